package org.graphgarden.pruner.health;

import java.util.Comparator;

/**
 * Two patterns that say nearly the same.
 *
 * @param first slug of the one that comes first
 * @param second slug of the other
 */
public record NearDuplicates(String first, String second) implements Comparable<NearDuplicates> {
    private static final Comparator<NearDuplicates> ORDER =
            Comparator.comparing(NearDuplicates::first).thenComparing(NearDuplicates::second);

    /** The two in the order of their slugs. */
    public static NearDuplicates of(String one, String other) {
        return one.compareTo(other) <= 0 ? new NearDuplicates(one, other) : new NearDuplicates(other, one);
    }

    @Override
    public int compareTo(NearDuplicates other) {
        return ORDER.compare(this, other);
    }
}
