package org.graphgarden.pruner.plan;

import org.jspecify.annotations.Nullable;

/**
 * A link as it stands, or is to stand, in a section.
 *
 * @param target slug (or, in files of other origin, id) it points at; empty when the entry names none
 * @param type link type; empty when the entry has none
 * @param confidence 0 to 1; null when the entry has none
 * @param reason one sentence, or empty
 */
public record LinkEntry(
        String target, String type, @Nullable Double confidence, String reason) {}
