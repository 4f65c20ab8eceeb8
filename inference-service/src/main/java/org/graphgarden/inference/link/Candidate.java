package org.graphgarden.inference.link;

import java.util.Comparator;

/**
 * A pair under consideration.
 *
 * @param source number of the pattern that the link leaves
 * @param target number of the pattern that it points at; numbers ascend with slugs
 * @param features by ordinal
 * @param confidence six decimals
 */
record Candidate(int source, int target, double[] features, double confidence) {
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::confidence).reversed().thenComparingInt(Candidate::target);

    double feature(Feature feature) {
        return features[feature.ordinal()];
    }
}
