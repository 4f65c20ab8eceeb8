package org.graphgarden.pruner.health;

import org.jspecify.annotations.Nullable;

/**
 * How often one kind of a tally was met.
 *
 * @param tally what is counted
 * @param id the kind: a cause, a code, a verdict, a type, or where a range begins
 * @param now after the cycle, 0 or more
 * @param before before the cycle, 0 or more; null when that is not known
 */
public record TallyCount(
        Tally tally, String id, int now, @Nullable Integer before) {}
