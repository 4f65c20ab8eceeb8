package org.graphgarden.inference.chat;

/** Told what a language model is asked and what that costs; called from several threads. */
public interface AnswerListener {
    /** What {@link #asked} says of an answer. */
    String ANSWERED = "ANSWERED";

    /**
     * A question came to its end.
     *
     * @param outcome {@link #ANSWERED}, or the name of a {@link Failure}
     * @param promptTokens as the endpoint counts them
     * @param answerTokens as the endpoint counts them
     */
    default void asked(String garden, String outcome, int promptTokens, int answerTokens) {}

    /** So many questions had their answers already. */
    default void remembered(String garden, int questions) {}
}
