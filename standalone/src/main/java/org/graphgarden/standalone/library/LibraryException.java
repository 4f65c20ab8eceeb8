package org.graphgarden.standalone.library;

/** A library cannot be read: it is not there, is no repository, or has no such branch. The message says what to do. */
public final class LibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LibraryException(String message) {
        super(message);
    }

    LibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
