package org.graphgarden.pruner.plan;

/** Checks of figures, with messages that name field and value. */
final class Require {
    private Require() {}

    static void atLeast(int least, int value, String field) {
        if (value < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ": " + value);
        }
    }

    /** More than 0 and at most 1. */
    static void share(double value, String field) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be in (0, 1]: " + value);
        }
    }
}
