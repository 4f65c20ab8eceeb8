package org.graphgarden.inference.link;

import java.util.Arrays;
import org.graphgarden.inference.index.Likeness;
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
    /** Of the first numbers, by signal and number. */
    private final Spreads early;
    /** Of what came since. */
    private final Spreads late;

    private Scales(int frozen, Spreads early, Spreads late) {
        this.frozen = frozen;
        this.early = early;
        this.late = late;
    }

    /** Means and deviations by signal and place. */
    private record Spreads(double[][] means, double[][] deviations) {
        static Spreads of(int places) {
            int signals = Signal.values().length;
            return new Spreads(new double[signals][places], new double[signals][places]);
        }

        Spreads widened(int places) {
            return new Spreads(widened(means, places), widened(deviations, places));
        }

        private static double[][] widened(double[][] values, int places) {
            return Arrays.stream(values).map(row -> Arrays.copyOf(row, places)).toArray(double[][]::new);
        }

        int places() {
            return means[0].length;
        }

        void note(Signal signal, int place, double sum, double squares, int count) {
            double mean = count == 0 ? 0 : sum / count;
            double variance = count == 0 ? 0 : squares / count - mean * mean;
            means[signal.ordinal()][place] = mean;
            deviations[signal.ordinal()][place] = Math.max(SMALLEST_DEVIATION, StrictMath.sqrt(Math.max(0, variance)));
        }

        double standardized(Signal signal, int place, double score) {
            return (score - means[signal.ordinal()][place]) / deviations[signal.ordinal()][place];
        }
    }

    static Scales of(PatternIndex index) {
        Scales scales = new Scales(index.size(), Spreads.of(index.size()), Spreads.of(0));
        for (Signal signal : Signal.values()) {
            scales.measureAll(signal, index);
        }
        return scales;
    }

    /** These scales with those of the patterns that came since, measured against the same sample. */
    Scales with(PatternIndex changed) {
        Scales scales = new Scales(frozen, early, late.widened(changed.size() - frozen));
        for (int place = late.places(); place < scales.late.places(); place++) {
            Likeness likeness = changed.likeness(frozen + place);
            for (Signal signal : Signal.values()) {
                scales.measure(signal, likeness, changed.patterns().origin(frozen + place));
            }
        }
        return scales;
    }

    /** By how many standard deviations the score is above the mean, seen from either end and averaged. */
    double standardized(Signal signal, int left, int right, double score) {
        return (oneSided(signal, left, score) + oneSided(signal, right, score)) / 2;
    }

    private double oneSided(Signal signal, int pattern, double score) {
        return pattern < frozen
                ? early.standardized(signal, pattern, score)
                : late.standardized(signal, pattern - frozen, score);
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
            early.note(signal, other, sums[other], squares[other], counts[other]);
        }
    }

    /** The same for one pattern, term by term in the same order. */
    private void measure(Signal signal, Likeness likeness, int origin) {
        double sum = 0;
        double square = 0;
        int count = 0;
        for (int i = 0; i < sampled(); i++) {
            if (sample(i) != origin) {
                double score = likeness.get(signal, sample(i));
                sum += score;
                square += score * score;
                count++;
            }
        }
        late.note(signal, likeness.pattern() - frozen, sum, square, count);
    }
}
