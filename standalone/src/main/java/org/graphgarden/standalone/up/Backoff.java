package org.graphgarden.standalone.up;

import java.time.Duration;

/**
 * How long to wait before something is started again: twice as long each time, up to a limit, and as at first when it ran for a
 * while. For one thread.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** What ran for this long did not fail by starting. */
    private static final Duration SOUND = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** How long to wait now. */
    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    /** It ran for so long. */
    void ran(Duration time) {
        if (time.compareTo(SOUND) >= 0) {
            next = FIRST;
        }
    }
}
