package org.graphgarden.pruner.publish;

/** Which of a garden's own branches are taken away after a successful publication. */
public enum CleanUp {
    /** Those that are merged, and those older than the newest that hold nothing but garden commits. */
    ALL,
    /** Those that are merged. */
    MERGED,
    /** None. */
    OFF
}
