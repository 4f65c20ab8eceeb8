package org.graphgarden.pruner.plan;

import org.jspecify.annotations.Nullable;

/**
 * A community as it stands, or is to stand, in a section.
 *
 * @param id id; empty when the entry has none
 * @param label display label, or empty
 * @param source taxonomy, inferred or empty
 * @param confidence 0 to 1; null when the entry has none
 */
public record CommunityEntry(
        String id, String label, String source, @Nullable Double confidence) {}
