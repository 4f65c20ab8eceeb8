package org.graphgarden.standalone.cli;

import org.graphgarden.standalone.tend.TendResult;

/** What the command's exit code says; a public contract. */
public enum ExitCode {
    /** All done. */
    DONE(0, "done"),
    /** Something broke that is not the user's fault. */
    INTERNAL(1, "internal error"),
    /** A flag, its value or the configuration is wrong. */
    USAGE(2, "usage or configuration error"),
    /** The repository cannot be reached or is none. */
    REPOSITORY(3, "repository unreachable, or not a repository"),
    /** Done, but files were refused. */
    REFUSED(4, "done, but files were refused (0 with --allow-refused)"),
    /** The garden branch holds commits of others, which are never overwritten. */
    FOREIGN_BRANCH(5, "the garden branch holds foreign commits"),
    /** Ctrl-C. */
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What came of a cycle. */
    static ExitCode of(TendResult result, boolean allowRefused) {
        return switch (result.cycle().getOutcome()) {
            case FOREIGN_BRANCH -> FOREIGN_BRANCH;
            case PUSH_REJECTED, REQUEST_FAILED, FAILED, UNKNOWN -> INTERNAL;
            case PUBLISHED, ALREADY_PUBLISHED, NOTHING_TO_CHANGE, DRY_RUN ->
                result.refused().isEmpty() || allowRefused ? DONE : REFUSED;
        };
    }

    /** The process's exit code. */
    public int code() {
        return code;
    }

    /** What it means, for the help text. */
    public String meaning() {
        return meaning;
    }
}
