package org.graphgarden.inference.entity;

/** A weighted sum of the features. */
final class LinearModel {
    private final double bias;
    private final double[] weights = new double[Feature.COUNT];

    LinearModel(String resource) {
        Weights named = new Weights(resource);
        bias = named.get("BIAS");
        for (Feature feature : Feature.values()) {
            weights[feature.ordinal()] = named.get(feature.name());
        }
    }

    /** Summed in the order of the features. */
    double score(double[] features) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
