package org.graphgarden.inference.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Splits plain text into lower-case words: a letter or digit, then one or more letters, digits, apostrophes or hyphens. English stop
 * words are left out. Letters of every alphabet count; scripts written without spaces come out as one word a run.
 */
public final class Words {
    private static final Set<String> STOP = TextResource.lines(Words.class, "stop-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" +")))
            .collect(Collectors.toUnmodifiableSet());

    private Words() {}

    /** The words of a text in order, stop words left out, repetitions kept. */
    public static List<String> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < lower.length()) {
            int first = lower.codePointAt(at);
            int end = at + Character.charCount(first);
            if (Character.isLetterOrDigit(first)) {
                end = endOfWord(lower, end);
                if (end - at > Character.charCount(first) && !STOP.contains(lower.substring(at, end))) {
                    words.add(lower.substring(at, end));
                }
            }
            at = end;
        }
        return words;
    }

    /** Whether a lower-case word is an English stop word. */
    public static boolean isStopWord(String word) {
        return STOP.contains(word);
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int next = text.codePointAt(at);
            if (!isWordPart(next)) {
                return at;
            }
            at += Character.charCount(next);
        }
        return at;
    }

    private static boolean isWordPart(int codePoint) {
        return codePoint == '\''
                || codePoint == '-'
                || Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }
}
