package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.index.Signal;

/**
 * Finds and scores the candidates of one pattern: the likest of the whole garden by the three signals, and whatever names it or
 * is named by it.
 */
final class Candidates {
    private static final int LIKEST = 150;

    private final PatternIndex index;
    private final LinkModel model;
    private final Mentions mentions;
    private final Features features;

    Candidates(PatternIndex index, LinkModel model, Mentions mentions, Features features) {
        this.index = index;
        this.model = model;
        this.mentions = mentions;
        this.features = features;
    }

    static Candidates of(PatternIndex index, LinkModel model, Mentions mentions) {
        return new Candidates(index, model, mentions, Features.of(index, mentions));
    }

    /** The same of a garden after a change. */
    Candidates with(PatternIndex changed, Mentions mentioned) {
        return new Candidates(changed, model, mentioned, features.with(changed, mentioned));
    }

    /**
     * What was found.
     *
     * @param best all candidates, best first
     * @param reach how like another pattern has to be to become one of the likest; negative infinity when any does
     */
    record Found(List<Candidate> best, double reach) {}

    /** All candidates of the pattern. */
    Found of(Likeness likeness) {
        int source = likeness.pattern();
        Largest likest = likest(likeness);
        Set<Integer> targets = likest.numbers();
        targets.addAll(mentions.namedBy(source));
        targets.addAll(mentions.naming(source));
        targets.remove(source);
        List<Candidate> candidates = new ArrayList<>(targets.size());
        for (int target : targets) {
            candidates.add(between(likeness, target));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::confidence)
                .reversed()
                .thenComparing(candidate -> index.slug(candidate.target())));
        return new Found(candidates, likest.least());
    }

    /** The pattern and any other, whether that is among its candidates or not. */
    Candidate between(Likeness likeness, int target) {
        int source = likeness.pattern();
        double[] values = features.of(
                source,
                target,
                likeness.get(Signal.BODY, target),
                likeness.get(Signal.HEAD, target),
                likeness.get(Signal.MEANING, target));
        return new Candidate(source, target, values, model.confidence(model.score(values)));
    }

    Features features() {
        return features;
    }

    /** Any pair as a candidate. */
    Candidate pair(int source, int target) {
        double[] values = features.of(
                source,
                target,
                index.body().cosine(source, target),
                index.head().cosine(source, target),
                index.meaning().cosine(source, target));
        return new Candidate(source, target, values, model.confidence(model.score(values)));
    }

    /** The patterns for which this one is, or may be, among the candidates; takes the reach of each by slug. */
    Set<Integer> within(Likeness likeness, Reach reach) {
        int pattern = likeness.pattern();
        double least = reach.least();
        Set<Integer> others = new TreeSet<>(mentions.namedBy(pattern));
        others.addAll(mentions.naming(pattern));
        Patterns patterns = index.patterns();
        for (int rank = 0; rank < patterns.live(); rank++) {
            int other = patterns.live(rank);
            if (other != pattern) {
                double score = score(other, likeness);
                if (score >= least && score >= reach.applyAsDouble(index.slug(other))) {
                    others.add(other);
                }
            }
        }
        return others;
    }

    private Largest likest(Likeness likeness) {
        Largest likest = new Largest(LIKEST);
        Patterns patterns = index.patterns();
        for (int rank = 0; rank < patterns.live(); rank++) {
            int target = patterns.live(rank);
            if (target != likeness.pattern()) {
                likest.offer(target, score(target, likeness));
            }
        }
        return likest;
    }

    /** The part of the score that the signals make up. */
    private double score(int target, Likeness likeness) {
        double body = likeness.get(Signal.BODY, target);
        double head = likeness.get(Signal.HEAD, target);
        double meaning = likeness.get(Signal.MEANING, target);
        return model.weight(Feature.BODY_LIKENESS) * Features.bodyLikeness(body)
                + model.weight(Feature.HEAD_COSINE) * head
                + model.weight(Feature.MEANING_COSINE) * meaning;
    }
}
