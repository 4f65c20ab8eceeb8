package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Signal;

/**
 * Finds and scores the candidates of one pattern: the likest of the whole garden by the three signals, and whatever names it or
 * is named by it.
 */
final class Candidates {
    private static final int LIKEST = 150;

    private final PatternIndex index;
    private final LinkModel model;
    private final Scales scales;
    private final Mentions mentions;
    private final Features features;

    Candidates(PatternIndex index, LinkModel model, Scales scales, Mentions mentions) {
        this.index = index;
        this.model = model;
        this.scales = scales;
        this.mentions = mentions;
        features = new Features(index, scales, mentions);
    }

    /** All candidates of the pattern, best first. */
    List<Candidate> of(Likeness likeness) {
        int source = likeness.pattern();
        Set<Integer> targets = likest(likeness);
        mentions.namedBy(source).forEach(targets::add);
        mentions.naming(source).forEach(targets::add);
        targets.remove(source);
        List<Candidate> candidates = new ArrayList<>(targets.size());
        for (int target : targets) {
            double[] values = features.of(
                    source,
                    target,
                    likeness.get(Signal.BODY, target),
                    likeness.get(Signal.HEAD, target),
                    likeness.get(Signal.MEANING, target));
            candidates.add(new Candidate(source, target, values, model.confidence(model.score(values))));
        }
        candidates.sort(Candidate.BEST_FIRST);
        return candidates;
    }

    private Set<Integer> likest(Likeness likeness) {
        Largest likest = new Largest(LIKEST);
        for (int target = 0; target < index.size(); target++) {
            if (target != likeness.pattern()) {
                likest.offer(target, score(target, likeness));
            }
        }
        return likest.numbers();
    }

    /** The part of the score that the signals make up. */
    private double score(int target, Likeness likeness) {
        int source = likeness.pattern();
        double body = likeness.get(Signal.BODY, target);
        double head = likeness.get(Signal.HEAD, target);
        double meaning = likeness.get(Signal.MEANING, target);
        return model.weight(Feature.BODY) * scales.standardized(Signal.BODY, source, target, body)
                + model.weight(Feature.HEAD) * scales.standardized(Signal.HEAD, source, target, head)
                + model.weight(Feature.MEANING) * scales.standardized(Signal.MEANING, source, target, meaning)
                + model.weight(Feature.BODY_COSINE) * body
                + model.weight(Feature.HEAD_COSINE) * head
                + model.weight(Feature.MEANING_COSINE) * meaning;
    }
}
