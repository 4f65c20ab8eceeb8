package org.graphgarden.pruner.publish;

/** How publishing to one repository ended. */
public enum Outcome {
    PUBLISHED,
    /** The commit stood there already, from an earlier attempt or an earlier cycle with the same result. */
    ALREADY_PUBLISHED,
    NOTHING_TO_CHANGE,
    /** The commit was made in the clone only, as was asked. */
    DRY_RUN,
    /** The garden branch holds commits that are not Graph Garden's; it was left alone. */
    FOREIGN_BRANCH,
    /** The repository refused the push, or kept moving. */
    PUSH_REJECTED,
    FAILED,
    /** The commit stands on its branch, but the request that is to propose it could not be opened or brought up to date. */
    REQUEST_FAILED
}
