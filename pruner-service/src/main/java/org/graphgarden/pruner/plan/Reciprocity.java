package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many links of symmetric types (complementary, alternatives) stand at both ends, and why the others do not.
 *
 * @param symmetric links of symmetric types to other patterns of the garden, each direction counted
 * @param reciprocated those whose other end has one back
 * @param reasons why the other ends of the rest lack it; adds up to the rest
 */
public record Reciprocity(int symmetric, int reciprocated, SortedMap<Unreciprocated, Integer> reasons) {
    public Reciprocity {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /**
     * Looks at a garden as it stands: before a cycle, or with {@link GardenState#after} when it has been written.
     *
     * @param enriched what inference says, in any order
     */
    public static Reciprocity of(GardenState garden, Collection<Enriched> enriched, Policy policy) {
        return new ReciprocityCount(garden, enriched, policy).count();
    }
}
