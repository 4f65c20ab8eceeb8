package org.graphgarden.inference.index;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.graphgarden.inference.profile.Profile;

/**
 * All patterns of a garden in memory, searchable. Immutable. Heap: the profiles, and some 16 bytes for each different word or pair
 * of each pattern.
 */
public final class PatternIndex {
    private static final double LARGEST_SHARE = 0.4;

    private final Patterns patterns;
    private final TermField body;
    private final TermField head;
    private final Centre centre;
    private final DenseVectors meaning;
    private final RecentLikeness recent;

    private PatternIndex(Patterns patterns) {
        this.patterns = patterns;
        body = field(FieldTexts.BODY, patterns.all());
        head = field(FieldTexts.HEAD, patterns.all());
        centre = Centre.of(patterns.all());
        meaning = new DenseVectors(centre.without(patterns.all()));
        recent = new RecentLikeness(patterns.size());
    }

    private PatternIndex(
            Patterns patterns,
            TermField body,
            TermField head,
            Centre centre,
            DenseVectors meaning,
            RecentLikeness recent) {
        this.patterns = patterns;
        this.body = body;
        this.head = head;
        this.centre = centre;
        this.meaning = meaning;
        this.recent = recent;
    }

    /** Builds the index; slugs must be distinct. */
    public static PatternIndex of(Collection<Profile> profiles) {
        return of(Patterns.of(profiles));
    }

    /** Builds the index. */
    public static PatternIndex of(Patterns patterns) {
        return new PatternIndex(patterns);
    }

    /** These patterns after a change, measured by the statistics that were frozen when the index was built. */
    public PatternIndex with(Patterns changed) {
        List<Profile> more = changed.all().subList(patterns.size(), changed.size());
        return new PatternIndex(
                changed,
                body.with(more),
                head.with(more),
                centre,
                meaning.with(centre.without(more)),
                new RecentLikeness(patterns.size()));
    }

    /** What is indexed. */
    public Patterns patterns() {
        return patterns;
    }

    /** How many numbers there are; see {@link Patterns#size()}. */
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
        return recent.of(number, this);
    }

    /** Words and word pairs of the whole text, the title counted four times and the summary twice. */
    public TermField body() {
        return body;
    }

    /** Words and word pairs of title (twice), aliases, summary and keywords. */
    public TermField head() {
        return head;
    }

    /** Sentence embeddings, less what all have in common. */
    public DenseVectors meaning() {
        return meaning;
    }

    private static TermField field(FieldTexts texts, List<Profile> sorted) {
        TermCounts counts = new TermCounts();
        for (Profile profile : sorted) {
            texts.read(profile, counts);
            counts.endDocument();
        }
        return counts.build(texts, LARGEST_SHARE);
    }
}
