package org.graphgarden.inference.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.profile.Profile;

/** The features of the pairs of one garden, as the linear model sees them; for fitting it. Immutable. */
public final class PairFeatures {
    private final PatternIndex index;
    private final Candidates candidates;

    private PairFeatures(PatternIndex index, Candidates candidates) {
        this.index = index;
        this.candidates = candidates;
    }

    /** Opens a garden. */
    public static PairFeatures of(List<Profile> profiles) {
        Patterns patterns = Patterns.of(profiles);
        PatternIndex index = PatternIndex.of(patterns);
        // Which pairs are looked at must not depend on the weights that are sought.
        double[] alike = new double[Feature.values().length];
        Arrays.fill(alike, 1);
        LinkModel equal = new LinkModel(alike, 1, 0);
        return new PairFeatures(
                index, Candidates.of(index, equal, ReadTexts.of(patterns).mentions()));
    }

    /** Their names, in the order of the values. */
    public static List<String> names() {
        return Arrays.stream(Feature.values()).map(Feature::key).toList();
    }

    /** Whether the garden has a pattern of this slug. */
    public boolean has(String slug) {
        return index.number(slug).isPresent();
    }

    /** The candidates of a pattern by slug: the likest of the garden, and whatever names it or is named by it. */
    public Map<String, double[]> candidates(String slug) {
        Map<String, double[]> found = new TreeMap<>();
        for (Candidate candidate : candidates.of(likeness(slug)).best()) {
            found.put(index.slug(candidate.target()), candidate.features());
        }
        return found;
    }

    /** The features of any pair of two patterns of the garden. */
    public double[] between(String source, String target) {
        return candidates.between(likeness(source), number(target)).features();
    }

    private Likeness likeness(String slug) {
        return index.likeness(number(slug));
    }

    private int number(String slug) {
        return index.number(slug)
                .orElseThrow(() -> new IllegalArgumentException("no pattern of the garden has the slug " + slug));
    }
}
