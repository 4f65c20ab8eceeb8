package org.graphgarden.standalone.tend;

/** A run that could not be finished. The message is for the user and says what to do. */
public final class TendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose turn it is. */
    public enum Kind {
        /** Ours: something broke. */
        INTERNAL,
        /** The user's: a flag or the configuration is wrong. */
        CONFIGURATION,
        /** The repository cannot be reached, is none, or must not be written to as asked. */
        REPOSITORY
    }

    private final Kind kind;

    public TendException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public TendException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Whose turn it is. */
    public Kind kind() {
        return kind;
    }
}
