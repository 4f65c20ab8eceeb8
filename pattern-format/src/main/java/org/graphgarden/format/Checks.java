package org.graphgarden.format;

/** Checks of values that come from the program, not from a file. */
final class Checks {

    private Checks() {}

    static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0 to 1: " + value);
        }
        return value;
    }
}
