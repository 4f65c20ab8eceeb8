package org.graphgarden.pruner.plan;

import org.jspecify.annotations.Nullable;

/**
 * An entity as it stands, or is to stand, in a section.
 *
 * @param id id; empty when the entry has none (a bare string)
 * @param type kind of entity, or empty
 * @param label display label, or empty
 * @param relevance 0 to 1; null when the entry has none
 */
public record EntityEntry(
        String id, String type, String label, @Nullable Double relevance) {}
