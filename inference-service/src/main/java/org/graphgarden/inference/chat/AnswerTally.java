package org.graphgarden.inference.chat;

import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what is told, and passes it on. Its text is for the log. */
final class AnswerTally implements AnswerListener {
    private static final String REMEMBERED = "REMEMBERED";

    private final AnswerListener listener;
    private final TreeMap<String, Long> ends = new TreeMap<>();
    private final LongAdder promptTokens = new LongAdder();
    private final LongAdder answerTokens = new LongAdder();

    AnswerTally(AnswerListener listener) {
        this.listener = listener;
    }

    @Override
    public void asked(String garden, String outcome, int prompt, int answer) {
        count(outcome, 1);
        promptTokens.add(prompt);
        answerTokens.add(answer);
        listener.asked(garden, outcome, prompt, answer);
    }

    @Override
    public void remembered(String garden, int questions) {
        count(REMEMBERED, questions);
        listener.remembered(garden, questions);
    }

    private synchronized void count(String end, long questions) {
        ends.merge(end, questions, Long::sum);
    }

    @Override
    public synchronized String toString() {
        String questions = ends.entrySet().stream()
                .map(end -> end.getValue() + " " + end.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "questions: " + (questions.isEmpty() ? "none" : questions) + "; tokens: " + promptTokens
                + " of prompts, " + answerTokens + " of answers";
    }
}
