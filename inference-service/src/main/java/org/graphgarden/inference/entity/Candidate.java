package org.graphgarden.inference.entity;

import org.jspecify.annotations.Nullable;

/**
 * Something a pattern may be about.
 *
 * @param id canonical id
 * @param words its canonical words, at least one
 * @param label how it is shown
 * @param concept the garden's concept of this id that other patterns hold, if any
 */
record Candidate(
        String id, int[] words, String label, @Nullable Concept concept) {}
