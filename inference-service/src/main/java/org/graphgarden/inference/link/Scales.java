package org.graphgarden.inference.link;

import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Signal;

/**
 * How each pattern's scores against the others spread, so that scores of a hub and of an outsider can be compared. Taken from
 * an evenly spread sample of the garden (all of it when small) and frozen with the epoch.
 */
final class Scales {
    private static final int SAMPLE = 512;
    private static final double SMALLEST_DEVIATION = 0.005;

    private final double[][] means = new double[Signal.values().length][];
    private final double[][] deviations = new double[Signal.values().length][];

    private Scales() {}

    static Scales of(PatternIndex index) {
        Scales scales = new Scales();
        for (Signal signal : Signal.values()) {
            scales.measure(signal, index);
        }
        return scales;
    }

    /** By how many standard deviations the score is above the mean, seen from either end and averaged. */
    double standardized(Signal signal, int left, int right, double score) {
        return (oneSided(signal, left, score) + oneSided(signal, right, score)) / 2;
    }

    private double oneSided(Signal signal, int pattern, double score) {
        return (score - means[signal.ordinal()][pattern]) / deviations[signal.ordinal()][pattern];
    }

    private void measure(Signal signal, PatternIndex index) {
        int size = index.size();
        double[] sums = new double[size];
        double[] squares = new double[size];
        int[] counts = new int[size];
        double[] scores = new double[size];
        int sampled = Math.min(SAMPLE, size);
        for (int i = 0; i < sampled; i++) {
            int pattern = (int) ((long) i * size / sampled);
            signal.scores(index, pattern, scores);
            for (int other = 0; other < size; other++) {
                if (other != pattern) {
                    sums[other] += scores[other];
                    squares[other] += scores[other] * scores[other];
                    counts[other]++;
                }
            }
        }
        means[signal.ordinal()] = new double[size];
        deviations[signal.ordinal()] = new double[size];
        for (int other = 0; other < size; other++) {
            double mean = counts[other] == 0 ? 0 : sums[other] / counts[other];
            double variance = counts[other] == 0 ? 0 : squares[other] / counts[other] - mean * mean;
            means[signal.ordinal()][other] = mean;
            deviations[signal.ordinal()][other] = Math.max(SMALLEST_DEVIATION, StrictMath.sqrt(Math.max(0, variance)));
        }
    }
}
