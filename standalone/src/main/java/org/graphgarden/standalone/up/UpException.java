package org.graphgarden.standalone.up;

/** It cannot be started, or not be asked. The message is for the operator and says what to do. */
public final class UpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose turn it is. */
    public enum Kind {
        /** Ours: something broke. */
        INTERNAL,
        /** The operator's: a flag, the configuration or the state folder. */
        CONFIGURATION
    }

    private final Kind kind;

    public UpException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public UpException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Whose turn it is. */
    public Kind kind() {
        return kind;
    }
}
