package org.graphgarden.pruner.health;

import org.jspecify.annotations.Nullable;

/**
 * A figure and what it is compared with.
 *
 * @param measure what was measured
 * @param now after the cycle
 * @param before before the cycle; null when that is not known
 * @param last after the last cycle that was published; null when that is not known
 */
public record Measurement(
        Measure measure,
        double now,
        @Nullable Double before,
        @Nullable Double last) {}
