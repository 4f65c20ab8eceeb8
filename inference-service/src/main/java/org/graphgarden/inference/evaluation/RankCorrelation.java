package org.graphgarden.inference.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Spearman's rank correlation, equals sharing their mean rank. */
final class RankCorrelation {
    private RankCorrelation() {}

    /** Correlation of two figures of each item, -1 to 1; empty when either is the same for all. */
    static <T> OptionalDouble of(List<T> items, ToDoubleFunction<T> left, ToDoubleFunction<T> right) {
        double[] x = ranks(items.stream().mapToDouble(left).toArray());
        double[] y = ranks(items.stream().mapToDouble(right).toArray());
        double mean = (items.size() - 1) / 2.0;
        double product = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - mean) * (y[i] - mean);
            squaresX += (x[i] - mean) * (x[i] - mean);
            squaresY += (y[i] - mean) * (y[i] - mean);
        }
        return squaresX > 0 && squaresY > 0
                ? OptionalDouble.of(product / StrictMath.sqrt(squaresX * squaresY))
                : OptionalDouble.empty();
    }

    private static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
        }
        return ranks;
    }
}
