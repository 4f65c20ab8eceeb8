package org.graphgarden.standalone.tend;

/** Told how far a run has come; safe for concurrent use. Counts only ever grow. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /** A stage began. */
    default void begin(Stage stage) {}

    /**
     * A stage moved on.
     *
     * @param done things done so far
     * @param total things there are, or 0 while unknown
     */
    default void update(Stage stage, long done, long total) {}

    /**
     * A stage ended.
     *
     * @param outcome what came of it, a few words
     * @param millis how long it took
     */
    default void end(Stage stage, String outcome, long millis) {}
}
