package org.graphgarden.standalone.tend;

/** Where a run's commit goes. */
public enum Publish {
    /** To a branch of its own, {@code graph-garden/<date>}; every other ref and the work tree stay as they are. */
    BRANCH,
    /** To one branch of its own, {@code graph-garden/open}, for which a pull request is kept open on the forge. */
    PULL_REQUEST,
    /** To the tended branch itself. */
    DIRECT,
    /** Nowhere: the run only reports. */
    NONE
}
