package org.graphgarden.inference.fit.type;

import java.util.List;
import org.graphgarden.inference.link.type.TypeFeature;
import org.graphgarden.inference.link.type.TypedPair;

/** Brings features to unit deviation. Features that change their sign with the direction keep 0 as their middle. */
record FeatureScale(double[] means, double[] deviations) {
    private static final double LEAST = 1e-6;

    static FeatureScale of(List<TypedPair> pairs) {
        int features = TypeFeature.values().length;
        double[] means = new double[features];
        double[] deviations = new double[features];
        double all = 0;
        for (TypedPair pair : pairs) {
            all += pair.weight();
        }
        for (TypeFeature feature : TypeFeature.values()) {
            int i = feature.ordinal();
            double sum = 0;
            for (TypedPair pair : pairs) {
                sum += pair.weight() * pair.features()[i];
            }
            means[i] = feature.isMutual() && all > 0 ? sum / all : 0;
            double squares = 0;
            for (TypedPair pair : pairs) {
                double off = pair.features()[i] - means[i];
                squares += pair.weight() * off * off;
            }
            double deviation = all > 0 ? StrictMath.sqrt(squares / all) : 0;
            deviations[i] = deviation < LEAST ? 1 : deviation;
        }
        return new FeatureScale(means, deviations);
    }

    double mean(int feature) {
        return means[feature];
    }

    double deviation(int feature) {
        return deviations[feature];
    }

    double[] of(double[] features) {
        double[] scaled = new double[features.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (features[i] - means[i]) / deviations[i];
        }
        return scaled;
    }
}
