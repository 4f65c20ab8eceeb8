package org.graphgarden.pruner.plan;

import java.util.OptionalDouble;

/** Confidences as they stand in files. */
final class Figures {
    private static final double MOVE = 0.05;
    /** Keeps decimal fractions such as .75 - .70 from falling short of .05 in binary. */
    private static final double SLACK = 1e-9;

    private Figures() {}

    /** Two decimals, never 0: a confidence is greater than that. */
    static double inFile(double confidence) {
        return Math.max(1, Math.round(confidence * 100)) / 100.0;
    }

    /** Two decimals, rounded down; 0 when less than .01 is left. */
    static double down(double confidence) {
        return Math.floor(confidence * 100 + SLACK) / 100.0;
    }

    /**
     * Whether a file's figure has to be written anew. What {@link #inFile} rounded is at most .01 away from its origin, so
     * a figure that was just written never has moved.
     */
    static boolean moved(OptionalDouble written, double now) {
        return written.isEmpty() || Math.abs(written.getAsDouble() - now) >= MOVE - SLACK;
    }
}
