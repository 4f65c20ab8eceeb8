package org.graphgarden.inference.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long stream threads linger for records. While something goes on, hardly at all: a slice of work, or a commit, is due again
 * at once. When nothing has moved for a while, longer: a record that comes ends the wait in any case, so that quiet costs
 * neither time nor processor. Safe for several threads.
 */
final class Pace {
    /** What threads linger when nothing goes on. */
    static final Duration QUIET = Duration.ofMillis(200);

    static final Duration BUSY = Duration.ofMillis(5);

    /** Results that are on their way through several tasks are committed within this time. */
    private static final long LASTING_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private volatile long moved;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.moved = nanoTime.getAsLong();
    }

    /** Something goes on. */
    void moved() {
        moved = nanoTime.getAsLong();
    }

    /** How long to linger, at most as long as asked. */
    Duration linger(Duration asked) {
        boolean busy = nanoTime.getAsLong() - moved < LASTING_NANOS;
        return busy && asked.compareTo(BUSY) > 0 ? BUSY : asked;
    }
}
