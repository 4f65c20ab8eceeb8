package org.graphgarden.pruner.health;

/** Figures as they are told: four decimals, so that nobody meets the last digits of a sum. */
final class Rounded {
    private static final double FINE = 10_000;

    private Rounded() {}

    static double of(double value) {
        return StrictMath.round(value * FINE) / FINE;
    }
}
