package org.graphgarden.inference.link;

import java.util.Arrays;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Signal;

/**
 * How each pattern's scores against the others spread, so that scores of a hub and of an outsider can be compared. Taken from
 * an evenly spread sample of the garden (all of it when small) and frozen with the epoch.
 */
final class Scales {
    private static final int SAMPLE = 512;
    private static final double SMALLEST_DEVIATION = 0.005;

    private final int frozen;
    private final double[][] means;
    private final double[][] deviations;

    private Scales(int frozen, double[][] means, double[][] deviations) {
        this.frozen = frozen;
        this.means = means;
        this.deviations = deviations;
    }

    static Scales of(PatternIndex index) {
        int signals = Signal.values().length;
        Scales scales = new Scales(index.size(), new double[signals][index.size()], new double[signals][index.size()]);
        for (Signal signal : Signal.values()) {
            scales.measureAll(signal, index);
        }
        return scales;
    }

    /** These scales with those of the patterns that came since, measured against the same sample. */
    Scales with(PatternIndex changed) {
        int known = means[0].length;
        Scales scales = new Scales(frozen, widened(means, changed.size()), widened(deviations, changed.size()));
        double[] scores = new double[changed.size()];
        for (int pattern = known; pattern < changed.size(); pattern++) {
            for (Signal signal : Signal.values()) {
                signal.scores(changed, pattern, scores);
                scales.measure(signal, pattern, changed.patterns().origin(pattern), scores);
            }
        }
        return scales;
    }

    private static double[][] widened(double[][] values, int size) {
        return Arrays.stream(values).map(row -> Arrays.copyOf(row, size)).toArray(double[][]::new);
    }

    /** By how many standard deviations the score is above the mean, seen from either end and averaged. */
    double standardized(Signal signal, int left, int right, double score) {
        return (oneSided(signal, left, score) + oneSided(signal, right, score)) / 2;
    }

    private double oneSided(Signal signal, int pattern, double score) {
        return (score - means[signal.ordinal()][pattern]) / deviations[signal.ordinal()][pattern];
    }

    private int sampled() {
        return Math.min(SAMPLE, frozen);
    }

    /** The number of the i-th pattern of the sample. */
    private int sample(int i) {
        return (int) ((long) i * frozen / sampled());
    }

    private void measureAll(Signal signal, PatternIndex index) {
        double[] sums = new double[frozen];
        double[] squares = new double[frozen];
        int[] counts = new int[frozen];
        double[] scores = new double[frozen];
        for (int i = 0; i < sampled(); i++) {
            int pattern = sample(i);
            signal.scores(index, pattern, scores);
            for (int other = 0; other < frozen; other++) {
                if (other != pattern) {
                    sums[other] += scores[other];
                    squares[other] += scores[other] * scores[other];
                    counts[other]++;
                }
            }
        }
        for (int other = 0; other < frozen; other++) {
            note(signal, other, sums[other], squares[other], counts[other]);
        }
    }

    /** The same for one pattern, term by term in the same order. */
    private void measure(Signal signal, int pattern, int origin, double[] scores) {
        double sum = 0;
        double square = 0;
        int count = 0;
        for (int i = 0; i < sampled(); i++) {
            if (sample(i) != origin) {
                double score = scores[sample(i)];
                sum += score;
                square += score * score;
                count++;
            }
        }
        note(signal, pattern, sum, square, count);
    }

    private void note(Signal signal, int pattern, double sum, double squares, int count) {
        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : squares / count - mean * mean;
        means[signal.ordinal()][pattern] = mean;
        deviations[signal.ordinal()][pattern] = Math.max(SMALLEST_DEVIATION, StrictMath.sqrt(Math.max(0, variance)));
    }
}
