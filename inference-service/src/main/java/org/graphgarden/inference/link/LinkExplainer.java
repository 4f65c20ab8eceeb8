package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Signal;
import org.graphgarden.inference.link.LinkExplanation.Change;
import org.graphgarden.inference.link.LinkExplanation.Part;
import org.graphgarden.inference.link.LinkExplanation.Standing;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Explains pairs by what inference itself computes of them. */
final class LinkExplainer {
    private static final int MOST_SHARED = 12;

    /** No pair scores higher than this, and so many halvings of it leave nothing. */
    private static final double WIDEST = 1e3;

    private static final int STEPS = 60;

    private final PatternIndex index;
    private final LinkModel model;
    private final Candidates candidates;
    private final LinkInference inference;
    private final double threshold;

    LinkExplainer(
            PatternIndex index, LinkModel model, Candidates candidates, LinkInference inference, double threshold) {
        this.index = index;
        this.model = model;
        this.candidates = candidates;
        this.inference = inference;
        this.threshold = threshold;
    }

    LinkExplanation explain(int source, int target) {
        Likeness likeness = index.likeness(source);
        Candidate pair = candidates.between(likeness, target);
        List<Candidate> considered = candidates.of(likeness).best();
        List<CandidateLink> links = inference.infer(likeness).links();
        CandidateLink link = links.stream()
                .filter(each -> each.target().equals(index.slug(target)))
                .findFirst()
                .orElse(null);
        Standing standing = standing(considered, pair, link);
        return new LinkExplanation(
                index.slug(source),
                index.slug(target),
                standing,
                rank(considered, pair),
                links.size(),
                model.score(pair.features()),
                pair.confidence(),
                threshold,
                scoreOf(threshold),
                parts(pair),
                index.body().strongestShared(source, target, MOST_SHARED),
                link,
                standing == Standing.ITSELF ? List.of() : changes(pair));
    }

    private Standing standing(List<Candidate> considered, Candidate pair, @Nullable CandidateLink link) {
        Profile source = index.profile(pair.source());
        Profile target = index.profile(pair.target());
        if (pair.source() == pair.target()) {
            return Standing.ITSELF;
        }
        if (NearDuplicates.are(source, target, pair)) {
            return Standing.NEAR_DUPLICATE;
        }
        if (CuratedPairs.contain(source, target)) {
            return Standing.CURATED;
        }
        if (RejectedPairs.contain(source, target, pair.confidence())) {
            return Standing.REJECTED;
        }
        if (link != null) {
            return Standing.PROPOSED;
        }
        return considered.stream().anyMatch(candidate -> candidate.target() == pair.target())
                ? Standing.BEHIND_OTHERS
                : Standing.FAR_APART;
    }

    /** Counts the open candidates before it, in the order of proposals. */
    private int rank(List<Candidate> considered, Candidate pair) {
        Profile source = index.profile(pair.source());
        long before = considered.stream()
                .takeWhile(other -> other.confidence() > pair.confidence()
                        || other.confidence() == pair.confidence()
                                && index.slug(other.target()).compareTo(index.slug(pair.target())) < 0)
                .filter(other -> isOpen(source, other))
                .count();
        return (int) before + 1;
    }

    private boolean isOpen(Profile source, Candidate candidate) {
        Profile target = index.profile(candidate.target());
        return LinkInference.mayPropose(source, target, candidate);
    }

    /** The lowest score with this confidence, found by halving: confidence rises strictly with the score. */
    private double scoreOf(double confidence) {
        double low = -WIDEST;
        double high = WIDEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (model.confidence(middle) < confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private List<Part> parts(Candidate pair) {
        List<Part> parts = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            double value = pair.feature(feature);
            double weight = model.weight(feature);
            parts.add(new Part(feature.key(), value, weight, value * weight));
        }
        parts.sort(Comparator.comparingDouble(Part::contribution).reversed().thenComparing(Part::feature));
        return parts;
    }

    /** Each by itself, all else equal; only what would raise the confidence. */
    private List<Change> changes(Candidate pair) {
        Features features = candidates.features();
        String source = index.profile(pair.source()).title();
        String target = index.profile(pair.target()).title();
        List<Change> changes = new ArrayList<>();
        if (pair.feature(Feature.MENTION) == 0) {
            String naming = "'" + source + "' named it once in its text";
            add(changes, pair, naming, with(pair, Feature.MENTION, features.namedOnce(pair.target())));
            String named = "its text named '" + source + "' once";
            add(changes, pair, named, with(pair, Feature.MENTION, features.namedOnce(pair.source())));
        }
        double[] sourceDomains = pair.features().clone();
        features.setDomainsOf(pair.source(), sourceDomains);
        add(changes, pair, "it stood under the domains of '" + source + "'", sourceDomains);
        double[] targetDomains = pair.features().clone();
        features.setDomainsOf(pair.target(), targetDomains);
        add(changes, pair, "'" + source + "' stood under the domains of '" + target + "'", targetDomains);
        add(changes, pair, "each text had all words of the other's title", with(pair, Feature.TITLE_COVERAGE, 1));
        for (Signal signal : Signal.values()) {
            addLikeness(changes, pair, signal);
        }
        changes.sort(Comparator.comparingDouble(Change::confidence).reversed().thenComparing(Change::what));
        return changes;
    }

    private static double[] with(Candidate pair, Feature feature, double value) {
        double[] otherwise = pair.features().clone();
        otherwise[feature.ordinal()] = value;
        return otherwise;
    }

    private void add(List<Change> changes, Candidate pair, String what, double[] otherwise) {
        double confidence = model.confidence(model.score(otherwise));
        if (confidence > pair.confidence()) {
            changes.add(new Change(what, confidence));
        }
    }

    /** How like the two would have to be by one signal for the score that is needed. */
    private void addLikeness(List<Change> changes, Candidate pair, Signal signal) {
        Feature feature = featureOf(signal);
        double missing = scoreOf(threshold) - model.score(pair.features());
        double now = pair.feature(feature);
        // The score is linear in each feature.
        double then = now + missing / model.weight(feature);
        if (missing > 0 && then <= 1) {
            String what = String.format(
                    Locale.ROOT,
                    "%s had a likeness of %.2f and not %.2f",
                    words(signal),
                    cosine(signal, then),
                    cosine(signal, now));
            add(changes, pair, what, with(pair, feature, then));
        }
    }

    private static Feature featureOf(Signal signal) {
        return switch (signal) {
            case BODY -> Feature.BODY_LIKENESS;
            case HEAD -> Feature.HEAD_COSINE;
            case MEANING -> Feature.MEANING_COSINE;
        };
    }

    private static double cosine(Signal signal, double feature) {
        return signal == Signal.BODY ? feature * feature : feature;
    }

    private static String words(Signal signal) {
        return switch (signal) {
            case BODY -> "the words of their texts";
            case HEAD -> "the words of title, summary and keywords";
            case MEANING -> "the meaning of title and summary";
        };
    }
}
