package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.index.PatternIndex;

/** How near every pattern is to one pattern, and which of those that have entities are nearest. */
final class Neighbourhood {
    private static final int NEAREST = 30;
    private static final double QUANTUM = 1e9;

    private final double[] byText;
    private final double[] byHead;
    private final double[] byMeaning;
    private final List<Integer> nearest = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
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
        weights.forEach(weight -> totalWeight += weight);
    }

    /** Patterns with entities, nearest first; equals by number. */
    List<Integer> nearest() {
        return nearest;
    }

    /** Share of the whole weight of the nearest that this one of them has. */
    double share(int rank) {
        return totalWeight == 0 ? 0 : weights.get(rank) / totalWeight;
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
        if (weight <= 0 || (nearest.size() == NEAREST && weight <= weights.get(NEAREST - 1))) {
            return;
        }
        int at = nearest.size();
        while (at > 0 && weights.get(at - 1) < weight) {
            at--;
        }
        nearest.add(at, other);
        weights.add(at, weight);
        if (nearest.size() > NEAREST) {
            nearest.remove(NEAREST);
            weights.remove(NEAREST);
        }
    }
}
