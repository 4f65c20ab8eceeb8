package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.graphgarden.inference.profile.Profile;

/**
 * The profiles of a garden by number. Those that were there when the statistics were frozen have the first numbers, in the order of
 * their slugs. What is changed later gets a new number, and its old one is no longer live; but what the old text gave to the
 * statistics stays known by it. Nothing may depend on the order of later numbers: go through {@link #live()}. Immutable.
 */
public final class Patterns {
    /** Stands for no number. */
    public static final int NONE = -1;

    private final List<Profile> numbered;
    private final Map<String, Integer> frozen;
    private final Map<String, Integer> numbers;
    private final int[] live;

    private Patterns(List<Profile> numbered, Map<String, Integer> frozen, Map<String, Integer> numbers) {
        this.numbered = numbered;
        this.frozen = frozen;
        this.numbers = numbers;
        live = new TreeMap<>(numbers)
                .values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Numbers the profiles; slugs must be distinct. */
    public static Patterns of(Collection<Profile> profiles) {
        List<Profile> sorted = new ArrayList<>(profiles);
        sorted.sort(Comparator.comparing(Profile::slug));
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (numbers.put(sorted.get(i).slug(), i) != null) {
                throw new IllegalArgumentException(
                        "two profiles have the slug " + sorted.get(i).slug());
            }
        }
        return new Patterns(List.copyOf(sorted), numbers, numbers);
    }

    /** These patterns after a change. */
    public Patterns with(PatternsChange change) {
        List<Profile> all = new ArrayList<>(numbered);
        Map<String, Integer> changed = new HashMap<>(numbers);
        change.removed().forEach(changed::remove);
        for (Profile profile : change.placed()) {
            changed.put(profile.slug(), all.size());
            all.add(profile);
        }
        return new Patterns(List.copyOf(all), frozen, changed);
    }

    /** How many numbers there are, those that are no longer live among them. */
    public int size() {
        return numbered.size();
    }

    /** How many patterns there were when the statistics were frozen; theirs are the first numbers. */
    public int frozen() {
        return frozen.size();
    }

    /** The profile of every number. */
    public List<Profile> all() {
        return numbered;
    }

    /** The numbers of the patterns that are there now, in the order of their slugs. */
    public int[] live() {
        return live.clone();
    }

    public boolean isLive(int number) {
        return numbers.getOrDefault(slug(number), NONE) == number;
    }

    public Profile profile(int number) {
        return numbered.get(number);
    }

    public String slug(int number) {
        return numbered.get(number).slug();
    }

    /** The number of a slug, or empty when the garden has no such pattern now. */
    public OptionalInt number(String slug) {
        Integer number = numbers.get(slug);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number that the pattern had when the statistics were frozen, or {@link #NONE} when it was not there. */
    public int origin(int number) {
        return number < frozen.size() ? number : frozen.getOrDefault(slug(number), NONE);
    }

    /** The live number of the pattern that has or had this number, or {@link #NONE} when it is gone. */
    public int current(int number) {
        return numbers.getOrDefault(slug(number), NONE);
    }
}
