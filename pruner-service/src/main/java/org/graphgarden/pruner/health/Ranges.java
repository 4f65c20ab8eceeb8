package org.graphgarden.pruner.health;

/** Ranges as readers get them. */
final class Ranges {
    private Ranges() {}

    /** The name of the range that begins there. */
    static String label(Tally tally, String from) {
        if (tally == Tally.CONFIDENCE) {
            return from.equals("none") ? "none" : from.substring(1);
        }
        int first = Integer.parseInt(from);
        if (first < Buckets.FIRST_WIDE) {
            return from;
        }
        return switch (first) {
            case 9 -> "9–15";
            case 128 -> "128+";
            default -> first + "–" + (2 * first - 1);
        };
    }
}
