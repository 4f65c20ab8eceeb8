package org.graphgarden.inference.link;

import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.model.ModelPart;

/**
 * A linear model of how likely a curator is to keep a link, part of a model file. The
 * weights are not negative. The confidence is the logistic function of {@code slope · score + intercept}, with tails that
 * flatten like 1/x where the logistic's would make different scores equal in six decimals; strictly increasing in the score.
 *
 * @param weights by {@link Feature#ordinal()}
 */
record LinkModel(double[] weights, double slope, double intercept) {
    private static final double TAIL = 3;
    private static final double AT_TAIL = logistic(TAIL);

    LinkModel {
        for (Feature feature : Feature.values()) {
            if (!(weights[feature.ordinal()] >= 0)) {
                throw new IllegalArgumentException(
                        "weight of " + feature.key() + " must not be negative: " + weights[feature.ordinal()]);
            }
        }
        if (!(slope > 0)) {
            throw new IllegalArgumentException("slope must be greater than 0: " + slope);
        }
    }

    /** The part {@code links} of a model file. */
    static LinkModel of(ModelFile file) {
        ModelPart part = file.part("links");
        double[] weights = new double[Feature.values().length];
        for (Feature feature : Feature.values()) {
            weights[feature.ordinal()] = part.part("weights").number(feature.key());
        }
        ModelPart calibration = part.part("calibration");
        return new LinkModel(weights, calibration.number("slope"), calibration.number("intercept"));
    }

    double weight(Feature feature) {
        return weights[feature.ordinal()];
    }

    /** The score: weights times features, summed in the order of the features. */
    double score(double[] features) {
        double score = 0;
        for (int i = 0; i < features.length; i++) {
            score += weights[i] * features[i];
        }
        return score;
    }

    /** Probability that a curator would keep a link of this score, in (0, 1), not rounded. */
    double probability(double score) {
        double logit = slope * score + intercept;
        double likely = upperHalf(Math.abs(logit));
        return logit < 0 ? 1 - likely : likely;
    }

    /** Continues the logistic with its value and slope at the tail. */
    private static double upperHalf(double logit) {
        return logit <= TAIL ? logistic(logit) : 1 - (1 - AT_TAIL) / (1 + AT_TAIL * (logit - TAIL));
    }

    private static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** The probability in six decimals, greater than 0: what is compared, published and stored. */
    double confidence(double score) {
        return Math.max(1, StrictMath.round(probability(score) * 1e6)) / 1e6;
    }
}
