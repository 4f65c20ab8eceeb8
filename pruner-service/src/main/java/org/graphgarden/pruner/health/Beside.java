package org.graphgarden.pruner.health;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle knows of a garden's health beside its files.
 *
 * @param nearDuplicates pairs that inference found
 * @param last the health after the last cycle that was published; null when that is not known
 */
public record Beside(
        SortedSet<NearDuplicates> nearDuplicates, @Nullable GardenHealth last) {
    /** Nothing is known. */
    public static final Beside NOTHING = new Beside(Collections.emptySortedSet(), null);

    public Beside {
        nearDuplicates = Collections.unmodifiableSortedSet(new TreeSet<>(nearDuplicates));
    }
}
