package org.graphgarden.pruner.publish;

/** Where a cycle's commit goes. */
public enum PublishMode {
    /** To a garden branch of its own; every other ref stays as it is. */
    BRANCH,
    /** To the branch itself; a checked-out work tree has to be clean and follows. */
    DIRECT,
    /** To one garden branch that stays the same, for which one request is kept open on the forge. */
    PULL_REQUEST,
    /** Nowhere: the commit is made in the clone, to be looked at. */
    NONE
}
