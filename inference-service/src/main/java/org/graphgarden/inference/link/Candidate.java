package org.graphgarden.inference.link;

/**
 * A pair under consideration.
 *
 * @param source number of the pattern that the link leaves
 * @param target number of the pattern that it points at
 * @param features by ordinal
 * @param confidence six decimals
 */
record Candidate(int source, int target, double[] features, double confidence) {
    double feature(Feature feature) {
        return features[feature.ordinal()];
    }

    /** Cosine of the words of the whole texts, of which the feature is the root. */
    double bodyCosine() {
        double likeness = feature(Feature.BODY_LIKENESS);
        return likeness * likeness;
    }
}
