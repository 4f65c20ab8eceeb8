package org.graphgarden.standalone.evaluate;

/** There is nothing to compare with, or a file of answers cannot be read. The message says what to do. */
public final class EvaluateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvaluateException(String message) {
        super(message);
    }
}
