package org.graphgarden.inference.index;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how like the first few patterns of a change are to all others: the scales of a changed pattern, whom the change touches and
 * the pattern's own answer ask for the same search. What else is asked for is searched anew.
 */
final class RecentLikeness {
    private static final int KEPT = 4;

    private final int first;
    private final AtomicReferenceArray<@Nullable Likeness> kept = new AtomicReferenceArray<>(KEPT);

    /** Takes the number of the change's first pattern. */
    RecentLikeness(int first) {
        this.first = first;
    }

    Likeness of(int number, PatternIndex index) {
        int place = number - first;
        Likeness known = place >= 0 && place < KEPT ? kept.get(place) : null;
        if (known != null) {
            return known;
        }
        Likeness found = Likeness.of(number, index);
        if (place >= 0 && place < KEPT) {
            kept.set(place, found);
        }
        return found;
    }
}
