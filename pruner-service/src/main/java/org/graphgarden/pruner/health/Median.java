package org.graphgarden.pruner.health;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The value in the middle; of an even number the mean of the two; 0 of none. */
final class Median {
    private Median() {}

    static double of(int[] values) {
        return of(Arrays.stream(values).asDoubleStream());
    }

    static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
