package org.graphgarden.inference.chat;

import java.time.Duration;
import java.util.Optional;

/** What came of a question. */
public sealed interface Reply {
    /**
     * The model's answer.
     *
     * @param text as it came; not to be trusted
     * @param promptTokens tokens of the question as the endpoint counts them; 0 when it does not
     * @param answerTokens tokens of the answer, likewise
     */
    record Answered(String text, int promptTokens, int answerTokens) implements Reply {}

    /**
     * No answer.
     *
     * @param pause how long the endpoint asks to be left alone
     */
    record Failed(Failure failure, Optional<Duration> pause) implements Reply {
        Failed(Failure failure) {
            this(failure, Optional.empty());
        }
    }
}
