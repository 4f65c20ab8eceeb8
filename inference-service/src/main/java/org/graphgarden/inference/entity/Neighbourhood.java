package org.graphgarden.inference.entity;

import java.util.Arrays;
import org.graphgarden.inference.index.PatternIndex;

/** How near every pattern is to one pattern, and which of those that have entities are nearest. */
final class Neighbourhood {
    private static final int NEAREST = 30;
    private static final double QUANTUM = 1e9;

    private final double[] byText;
    private final double[] byHead;
    private final double[] byMeaning;
    private final int[] nearest = new int[NEAREST];
    private final double[] weights = new double[NEAREST];
    private int size;
    private double totalWeight;

    Neighbourhood(int pattern, PatternIndex index, GardenVocabulary vocabulary) {
        byText = new double[index.size()];
        byHead = new double[index.size()];
        byMeaning = new double[index.size()];
        index.body().scores(pattern, byText);
        index.head().scores(pattern, byHead);
        index.meaning().scores(pattern, byMeaning);
        for (int other = 0; other < index.size(); other++) {
            if (other != pattern && vocabulary.isTagged(other)) {
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
        return byText[other];
    }

    double byHead(int other) {
        return byHead[other];
    }

    double byMeaning(int other) {
        return byMeaning[other];
    }

    /** Quantised, so that no two machines see a different order of equals. */
    private double nearness(int other) {
        return StrictMath.rint((byText[other] + byHead[other] + byMeaning[other]) / 3 * QUANTUM) / QUANTUM;
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
