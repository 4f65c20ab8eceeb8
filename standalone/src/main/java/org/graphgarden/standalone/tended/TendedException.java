package org.graphgarden.standalone.tended;

/** Why a garden or repository cannot be read or written as a command was told to, in a line for the user. */
public final class TendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose turn it is. */
    public enum Kind {
        /** The command line or the configuration names something that is not there. */
        USAGE,
        /** The repository cannot be reached. */
        REPOSITORY,
        /** The repository takes no commit on that branch from here. */
        REFUSED
    }

    private final Kind kind;

    public TendedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Whose turn it is. */
    public Kind kind() {
        return kind;
    }
}
