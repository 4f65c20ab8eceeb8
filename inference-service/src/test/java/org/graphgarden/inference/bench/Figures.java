package org.graphgarden.inference.bench;

import java.util.Arrays;
import java.util.Locale;

/** Many measurements of one thing, said as percentiles. */
final class Figures {
    private double[] values = new double[64];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** The smallest value that is not below so many percent of all; 0 of none. */
    double percentile(double percent) {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return size == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(percent / 100 * size) - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p90 %.1f, p99 %.1f, most %.1f (of %d)",
                percentile(50),
                percentile(90),
                percentile(99),
                percentile(100),
                size);
    }
}
