package org.graphgarden.inference.stream;

/** Told how far inference has come; called from stream threads, so it must be quick and safe for concurrent use. */
public interface InferenceListener {
    InferenceListener SILENT = new InferenceListener() {};

    /** A pattern's profile reached its garden. */
    default void profiled(String garden) {}

    /**
     * One more pattern of a cut has been inferred.
     *
     * @param patterns number of patterns in the cut
     */
    default void inferred(String garden, int patterns) {}
}
