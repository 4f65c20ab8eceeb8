package org.graphgarden.standalone;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a test needs from the machine and may not find there. */
public final class Requirement {
    /** With this property set a test that cannot run fails instead of being skipped. */
    private static final String NO_SKIPS = "garden.no-skips";

    private Requirement() {}

    /**
     * Skips the running test, saying why.
     *
     * @return nothing; for use behind {@code return} and {@code throw}
     */
    public static <T> T missing(String why) {
        if (Boolean.getBoolean(NO_SKIPS)) {
            return Assertions.fail(why + "; without -D" + NO_SKIPS + "=true the test would be skipped");
        }
        return Assumptions.abort(why);
    }
}
