package org.graphgarden.inference.entity;

import java.util.Arrays;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.Signal;

/** How near every pattern is to one pattern, and which of those that have entities are nearest. */
final class Neighbourhood {
    private static final int NEAREST = 30;
    private static final int FEWEST = 5;
    private static final int SHARE = 10;
    private static final double QUANTUM = 1e9;

    private final Likeness likeness;
    private final int self;
    private final Spread text = new Spread();
    private final Spread meaning = new Spread();
    private final int[] nearest;
    private final double[] weights;
    private int size;
    private double totalWeight;

    /** Takes the number that the pattern itself has in the vocabulary. */
    Neighbourhood(Likeness likeness, int self, GardenVocabulary vocabulary) {
        this.likeness = likeness;
        this.self = self;
        // Thirty of thirty patterns are no neighbourhood.
        int most = StrictMath.max(FEWEST, StrictMath.min(NEAREST, vocabulary.tagged() / SHARE));
        nearest = new int[most];
        weights = new double[most];
        for (int other = 0; other < vocabulary.patterns(); other++) {
            if (other != self && vocabulary.isTagged(other)) {
                consider(other, nearness(other));
                text.add(byText(other));
                meaning.add(byMeaning(other));
            }
        }
        for (int rank = 0; rank < size; rank++) {
            totalWeight += weights[rank];
        }
    }

    /** Patterns with entities, nearest first; equals by number. */
    int[] nearest() {
        return Arrays.copyOf(nearest, size);
    }

    /** Share of the whole weight of the nearest that this one of them has. */
    double share(int rank) {
        return totalWeight == 0 ? 0 : weights[rank] / totalWeight;
    }

    double byText(int other) {
        return likeness.get(Signal.BODY, other);
    }

    double byHead(int other) {
        return likeness.get(Signal.HEAD, other);
    }

    double byMeaning(int other) {
        return likeness.get(Signal.MEANING, other);
    }

    /** The pattern's own number in the vocabulary. */
    int self() {
        return self;
    }

    /** By how many deviations the other is nearer by text than the average of those that have entities. */
    double textAbove(int other) {
        return text.above(byText(other));
    }

    /** The same by meaning. */
    double meaningAbove(int other) {
        return meaning.above(byMeaning(other));
    }

    /** Quantised, so that no two machines see a different order of equals. */
    private double nearness(int other) {
        return StrictMath.rint((byText(other) + byHead(other) + byMeaning(other)) / 3 * QUANTUM) / QUANTUM;
    }

    private void consider(int other, double weight) {
        if (weight <= 0 || (size == weights.length && weight <= weights[size - 1])) {
            return;
        }
        int at = size < weights.length ? size++ : size - 1;
        for (; at > 0 && weights[at - 1] < weight; at--) {
            nearest[at] = nearest[at - 1];
            weights[at] = weights[at - 1];
        }
        nearest[at] = other;
        weights[at] = weight;
    }

    /** Mean and deviation of some numbers. */
    private static final class Spread {
        private static final double LEAST_VARIANCE = 1e-9;
        private int count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double above(double value) {
            double mean = sum / count;
            return (value - mean) / StrictMath.sqrt(StrictMath.max(LEAST_VARIANCE, squares / count - mean * mean));
        }
    }
}
