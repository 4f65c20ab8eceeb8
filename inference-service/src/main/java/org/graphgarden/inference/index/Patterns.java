package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.graphgarden.inference.profile.Profile;

/**
 * The profiles of a garden, numbered in the order of their slugs, so that nothing depends on the order in which they came.
 * Immutable.
 */
public final class Patterns {
    private final List<Profile> sorted;
    private final Map<String, Integer> numbers = new HashMap<>();

    private Patterns(List<Profile> sorted) {
        this.sorted = sorted;
        for (int i = 0; i < sorted.size(); i++) {
            if (numbers.put(sorted.get(i).slug(), i) != null) {
                throw new IllegalArgumentException(
                        "two profiles have the slug " + sorted.get(i).slug());
            }
        }
    }

    /** Numbers the profiles; slugs must be distinct. */
    public static Patterns of(Collection<Profile> profiles) {
        List<Profile> sorted = new ArrayList<>(profiles);
        sorted.sort(Comparator.comparing(Profile::slug));
        return new Patterns(List.copyOf(sorted));
    }

    public int size() {
        return sorted.size();
    }

    /** All of them, in the order of their numbers. */
    public List<Profile> all() {
        return sorted;
    }

    public Profile profile(int number) {
        return sorted.get(number);
    }

    public String slug(int number) {
        return sorted.get(number).slug();
    }

    /** The number of a slug, or empty when the garden has no such pattern. */
    public OptionalInt number(String slug) {
        Integer number = numbers.get(slug);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
