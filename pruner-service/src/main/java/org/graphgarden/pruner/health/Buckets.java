package org.graphgarden.pruner.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Counts by range. Every range is there, also an empty one; each goes by where it begins. */
final class Buckets {
    /** Where ranges of more than one begin. */
    static final int FIRST_WIDE = 9;

    /** Links that are told apart one by one; from there on each range is twice as wide as the one before. */
    private static final List<Integer> DEGREES = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 32, 64, 128);

    private static final int PER_ONE = 20;
    /** Links without a confidence that means anything. */
    static final String NONE = "none";

    private Buckets() {}

    static Map<String, Integer> degrees(int[] degrees) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        DEGREES.forEach(from -> counts.put(Integer.toString(from), 0));
        for (int degree : degrees) {
            int from = DEGREES.stream().filter(each -> each <= degree).reduce(0, (one, other) -> other);
            counts.merge(Integer.toString(from), 1, Integer::sum);
        }
        return counts;
    }

    static Map<String, Integer> confidences(List<OptionalDouble> confidences) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        IntStream.range(0, PER_ONE).forEach(bucket -> counts.put(name(bucket), 0));
        for (OptionalDouble confidence : confidences) {
            counts.merge(bucket(confidence), 1, Integer::sum);
        }
        return counts;
    }

    private static String bucket(OptionalDouble confidence) {
        if (confidence.isEmpty()) {
            return NONE;
        }
        double value = confidence.getAsDouble();
        if (!(value >= 0 && value <= 1)) {
            return NONE;
        }
        // In hundredths, as files have them: .85 is not to fall below .85 in binary.
        long hundredths = StrictMath.round(value * 10_000) / 100;
        return name((int) Math.min(PER_ONE - 1, hundredths * PER_ONE / 100));
    }

    private static String name(int bucket) {
        return String.format(Locale.ROOT, "%.2f", (double) bucket / PER_ONE);
    }
}
