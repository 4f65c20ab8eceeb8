package org.graphgarden.inference.chat;

import org.graphgarden.inference.advice.Question;

/** Answers questions, slowly and for money. Safe for several threads. */
public interface LanguageModel {
    /** Asks once and waits. What goes wrong is a reply, too. */
    Reply ask(Question question) throws InterruptedException;
}
