package org.graphgarden.inference.entity;

import java.util.Arrays;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.Signal;

/** How near every pattern is to one pattern, and which of those that have entities are nearest. */
final class Neighbourhood {
    private static final int NEAREST = 30;
    private static final double QUANTUM = 1e9;

    private final Likeness likeness;
    private final int[] nearest = new int[NEAREST];
    private final double[] weights = new double[NEAREST];
    private int size;
    private double totalWeight;

    /** Takes the number that the pattern itself has in the vocabulary. */
    Neighbourhood(Likeness likeness, int self, GardenVocabulary vocabulary) {
        this.likeness = likeness;
        for (int other = 0; other < vocabulary.patterns(); other++) {
            if (other != self && vocabulary.isTagged(other)) {
                consider(other, nearness(other));
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

    /** Quantised, so that no two machines see a different order of equals. */
    private double nearness(int other) {
        return StrictMath.rint((byText(other) + byHead(other) + byMeaning(other)) / 3 * QUANTUM) / QUANTUM;
    }

    private void consider(int other, double weight) {
        if (weight <= 0 || (size == NEAREST && weight <= weights[NEAREST - 1])) {
            return;
        }
        int at = size < NEAREST ? size++ : NEAREST - 1;
        for (; at > 0 && weights[at - 1] < weight; at--) {
            nearest[at] = nearest[at - 1];
            weights[at] = weights[at - 1];
        }
        nearest[at] = other;
        weights[at] = weight;
    }
}
