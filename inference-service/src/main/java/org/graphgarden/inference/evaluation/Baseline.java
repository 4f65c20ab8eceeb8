package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;

/**
 * What a plain ranking would propose: the 50 patterns whose weighted words and word pairs, over the whole text, have the highest cosine
 * (TF-IDF; the title counted four times, the summary twice). It may not propose what people linked already, as inference may not.
 */
final class Baseline {
    private static final int MOST = 50;
    private static final double QUANTUM = 1e9;

    private final PatternIndex index;
    private final Set<Pair> linked = new HashSet<>();

    private Baseline(PatternIndex index) {
        this.index = index;
        Slugs slugs = Slugs.of(index.patterns().all());
        for (Profile profile : index.patterns().all()) {
            for (CuratedRelation relation : profile.curated()) {
                String target = slugs.find(relation.target());
                if (target != null) {
                    linked.add(new Pair(profile.slug(), target).undirected());
                }
            }
        }
    }

    static List<Prediction> of(List<Profile> profiles) {
        Baseline baseline = new Baseline(PatternIndex.of(profiles));
        return IntStream.range(0, profiles.size())
                .parallel()
                .mapToObj(baseline::ofPattern)
                .flatMap(List::stream)
                .toList();
    }

    private List<Prediction> ofPattern(int pattern) {
        double[] scores = new double[index.size()];
        index.body().scores(pattern, scores);
        String source = index.slug(pattern);
        List<Prediction> proposed = new ArrayList<>();
        IntStream.range(0, scores.length)
                .filter(other -> other != pattern)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(other -> -StrictMath.rint(scores[other] * QUANTUM))
                        .thenComparingInt(other -> other))
                .map(other -> new Prediction(source, index.slug(other), "complementary", scores[other]))
                .filter(link -> !linked.contains(new Pair(source, link.target()).undirected()))
                .limit(MOST)
                .forEach(proposed::add);
        return proposed;
    }
}
