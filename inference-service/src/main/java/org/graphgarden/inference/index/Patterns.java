package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.graphgarden.inference.profile.Profile;

/**
 * The profiles of a garden by number. Those that were there when the statistics were frozen have the first numbers, in the order of
 * their slugs. What is changed later gets a new number, and its old one is no longer live; but what the old text gave to the
 * statistics stays known by it. Nothing may depend on the order of later numbers: go through {@link #live(int)}. Immutable.
 */
public final class Patterns {
    /** Stands for no number. */
    public static final int NONE = -1;

    /** More patterns than these have texts that are worth the time of packing: some 20 kB each. */
    private static final int LARGE = 10_000;

    private final Appended<Profile> numbered;
    private final Map<String, Integer> frozen;
    /** Of slugs that have changed since: their number now, or {@link #NONE}. */
    private final Map<String, Integer> changed;

    private final LiveNumbers live;

    private Patterns(
            Appended<Profile> numbered, Map<String, Integer> frozen, Map<String, Integer> changed, LiveNumbers live) {
        this.numbered = numbered;
        this.frozen = frozen;
        this.changed = changed;
        this.live = live;
    }

    /** Numbers the profiles; slugs must be distinct. Of a large garden the texts are held packed. */
    public static Patterns of(Collection<Profile> profiles) {
        List<Profile> sorted = new ArrayList<>(profiles);
        sorted.sort(Comparator.comparing(Profile::slug));
        if (sorted.size() > LARGE) {
            sorted.replaceAll(Profile::packed);
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (numbers.put(sorted.get(i).slug(), i) != null) {
                throw new IllegalArgumentException(
                        "two profiles have the slug " + sorted.get(i).slug());
            }
        }
        return new Patterns(Appended.of(sorted), numbers, Map.of(), LiveNumbers.first(sorted.size()));
    }

    /** These patterns after a change; takes time and memory by what has changed since the freeze, not by the garden. */
    public Patterns with(PatternsChange change) {
        Map<String, Integer> numbers = new HashMap<>(changed);
        Appended<Profile> all = numbered.with(change.placed());
        IntFunction<String> slugs = number -> all.get(number).slug();
        LiveNumbers now = live;
        for (String slug : change.removed()) {
            numbers.put(slug, NONE);
            now = now.without(slug, slugs);
        }
        int next = numbered.size();
        for (Profile profile : change.placed()) {
            now = now.with(profile.slug(), next, slugs);
            numbers.put(profile.slug(), next++);
        }
        return new Patterns(all, frozen, numbers, now);
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

    /** How many patterns are there now. */
    public int live() {
        return live.size();
    }

    /** The number of the pattern of this rank in the order of slugs, from 0, among those that are there now. */
    public int live(int rank) {
        return live.get(rank);
    }

    public boolean isLive(int number) {
        return current(number) == number;
    }

    public Profile profile(int number) {
        return numbered.get(number);
    }

    public String slug(int number) {
        return numbered.get(number).slug();
    }

    /** The number of a slug, or empty when the garden has no such pattern now. */
    public OptionalInt number(String slug) {
        int number = find(slug);
        return number == NONE ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number that the pattern had when the statistics were frozen, or {@link #NONE} when it was not there. */
    public int origin(int number) {
        return number < frozen.size() ? number : frozen.getOrDefault(slug(number), NONE);
    }

    /** The live number of the pattern that has or had this number, or {@link #NONE} when it is gone. */
    public int current(int number) {
        return find(slug(number));
    }

    private int find(String slug) {
        Integer number = changed.get(slug);
        return number == null ? frozen.getOrDefault(slug, NONE) : number;
    }
}
