package org.graphgarden.pruner.health;

/** Ranges as readers get them. */
final class Ranges {
    private Ranges() {}

    /** The name of the range that begins there. */
    static String label(Tally tally, String from) {
        if (tally == Tally.CONFIDENCE) {
            return from.equals("none") ? "none" : from.substring(1);
        }
        return Integer.parseInt(from) < Buckets.FIRST_WIDE ? from : from + "+";
    }
}
