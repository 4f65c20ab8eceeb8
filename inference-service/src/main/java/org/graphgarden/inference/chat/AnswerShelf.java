package org.graphgarden.inference.chat;

import java.util.Optional;
import org.graphgarden.events.LanguageModelAnswer;

/** Keeps answers for who has no lasting topic. Safe for several threads. */
public interface AnswerShelf {
    /** Keeps nothing. */
    AnswerShelf NONE = new AnswerShelf() {
        @Override
        public Optional<LanguageModelAnswer> find(String question) {
            return Optional.empty();
        }

        @Override
        public void keep(LanguageModelAnswer answer) {}
    };

    /** The answer to the question with this hash. */
    Optional<LanguageModelAnswer> find(String question);

    void keep(LanguageModelAnswer answer);
}
