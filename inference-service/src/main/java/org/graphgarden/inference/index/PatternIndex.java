package org.graphgarden.inference.index;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;

/**
 * All patterns of a garden in memory, searchable. Immutable. Heap: the profiles, and some 16 bytes for each different word or pair
 * of each pattern.
 */
public final class PatternIndex {
    private static final double LARGEST_SHARE = 0.4;

    private final Patterns patterns;
    private final TermField body;
    private final TermField head;
    private final DenseVectors meaning;

    private PatternIndex(Patterns patterns) {
        this.patterns = patterns;
        body = bodyField(patterns.all());
        head = headField(patterns.all());
        meaning =
                new DenseVectors(patterns.all().stream().map(Profile::embedding).toList());
    }

    /** Builds the index; slugs must be distinct. */
    public static PatternIndex of(Collection<Profile> profiles) {
        return of(Patterns.of(profiles));
    }

    /** Builds the index. */
    public static PatternIndex of(Patterns patterns) {
        return new PatternIndex(patterns);
    }

    /** What is indexed. */
    public Patterns patterns() {
        return patterns;
    }

    public int size() {
        return patterns.size();
    }

    public Profile profile(int number) {
        return patterns.profile(number);
    }

    public String slug(int number) {
        return patterns.slug(number);
    }

    /** The number of a slug, or empty when the garden has no such pattern. */
    public OptionalInt number(String slug) {
        return patterns.number(slug);
    }

    /** Searches the whole garden for what is like the pattern of this number. */
    public Likeness likeness(int number) {
        return Likeness.of(number, this);
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
