package org.graphgarden.git;

/** A commit could not be signed. The message says why, without secrets. */
public final class SigningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SigningException(String message) {
        super(message);
    }
}
