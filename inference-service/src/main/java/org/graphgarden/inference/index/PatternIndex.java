package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;

/**
 * All patterns of a garden in memory, numbered in the order of their slugs, so nothing depends on the order in which they came.
 * Immutable. Heap: the profiles, and some 16 bytes for each different word or pair of each pattern.
 */
public final class PatternIndex {
    private static final double LARGEST_SHARE = 0.4;

    private final List<Profile> profiles;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final TermField body;
    private final TermField head;
    private final DenseVectors meaning;

    private PatternIndex(List<Profile> sorted) {
        profiles = sorted;
        for (int i = 0; i < sorted.size(); i++) {
            if (numbers.put(sorted.get(i).slug(), i) != null) {
                throw new IllegalArgumentException(
                        "two profiles have the slug " + sorted.get(i).slug());
            }
        }
        body = bodyField(sorted);
        head = headField(sorted);
        meaning = new DenseVectors(sorted.stream().map(Profile::embedding).toList());
    }

    /** Builds the index; slugs must be distinct. */
    public static PatternIndex of(Collection<Profile> profiles) {
        List<Profile> sorted = new ArrayList<>(profiles);
        sorted.sort(Comparator.comparing(Profile::slug));
        return new PatternIndex(List.copyOf(sorted));
    }

    public int size() {
        return profiles.size();
    }

    public Profile profile(int number) {
        return profiles.get(number);
    }

    public String slug(int number) {
        return profiles.get(number).slug();
    }

    /** The number of a slug, or empty when the garden has no such pattern. */
    public OptionalInt number(String slug) {
        Integer number = numbers.get(slug);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Words and word pairs of the whole text, the title counted four times and the summary twice. */
    public TermField body() {
        return body;
    }

    /** Words and word pairs of title (twice), aliases, summary and keywords. */
    public TermField head() {
        return head;
    }

    /** Sentence embeddings of title and summary. */
    public DenseVectors meaning() {
        return meaning;
    }

    private static TermField bodyField(List<Profile> sorted) {
        TermCounts counts = new TermCounts();
        for (Profile profile : sorted) {
            counts.addWordsAndPairs(profile.title(), 4);
            counts.addWordsAndPairs(profile.summary(), 2);
            for (TextSection section : profile.sections()) {
                counts.addWordsAndPairs(section.heading(), 1);
                counts.addWordsAndPairs(section.text(), 1);
            }
            counts.endDocument();
        }
        return counts.build(LARGEST_SHARE);
    }

    private static TermField headField(List<Profile> sorted) {
        TermCounts counts = new TermCounts();
        for (Profile profile : sorted) {
            counts.addWordsAndPairs(profile.title(), 2);
            counts.addWordsAndPairs(profile.summary(), 1);
            profile.aliases().forEach(alias -> counts.addWordsAndPairs(alias, 1));
            profile.keywords().forEach(keyword -> counts.addWordsAndPairs(keyword, 1));
            counts.endDocument();
        }
        return counts.build(LARGEST_SHARE);
    }
}
