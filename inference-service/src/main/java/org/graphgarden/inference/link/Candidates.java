package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.index.PatternIndex;

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
    List<Candidate> of(int source) {
        Scores scores = new Scores(index);
        scores.query(source);
        Set<Integer> targets = likest(source, scores);
        mentions.namedBy(source).forEach(targets::add);
        mentions.naming(source).forEach(targets::add);
        targets.remove(source);
        List<Candidate> candidates = new ArrayList<>(targets.size());
        for (int target : targets) {
            double[] values = features.of(
                    source,
                    target,
                    scores.get(Signal.BODY, target),
                    scores.get(Signal.HEAD, target),
                    scores.get(Signal.MEANING, target));
            candidates.add(new Candidate(source, target, values, model.confidence(model.score(values))));
        }
        candidates.sort(Candidate.BEST_FIRST);
        return candidates;
    }

    private Set<Integer> likest(int source, Scores scores) {
        Largest likest = new Largest(LIKEST);
        for (int target = 0; target < index.size(); target++) {
            if (target != source) {
                likest.offer(target, likeness(source, target, scores));
            }
        }
        return likest.numbers();
    }

    /** The part of the score that the signals make up. */
    private double likeness(int source, int target, Scores scores) {
        double body = scores.get(Signal.BODY, target);
        double head = scores.get(Signal.HEAD, target);
        double meaning = scores.get(Signal.MEANING, target);
        return model.weight(Feature.BODY) * scales.standardized(Signal.BODY, source, target, body)
                + model.weight(Feature.HEAD) * scales.standardized(Signal.HEAD, source, target, head)
                + model.weight(Feature.MEANING) * scales.standardized(Signal.MEANING, source, target, meaning)
                + model.weight(Feature.BODY_COSINE) * body
                + model.weight(Feature.HEAD_COSINE) * head
                + model.weight(Feature.MEANING_COSINE) * meaning;
    }
}
