package org.graphgarden.runtime.edge;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often something may happen: so often in a minute, at once or spread, and afterwards as fast as tokens come again. Safe for
 * several threads.
 */
public final class TokenBucket {

    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final LongSupplier nanoTime;
    /** Nanoseconds of filling that are left; a token costs {@link #price}. */
    private long left = NANOS_PER_MINUTE;

    private long at;

    /** @param perMinute how often in a minute, 0 for any number */
    public TokenBucket(int perMinute) {
        this(perMinute, System::nanoTime);
    }

    /**
     * A full one.
     *
     * @param perMinute how often in a minute, 0 for any number
     * @param nanoTime time in nanoseconds from any beginning
     */
    public TokenBucket(int perMinute, LongSupplier nanoTime) {
        if (perMinute < 0) {
            throw new IllegalArgumentException("perMinute is " + perMinute + ", but has to be 0 or more");
        }
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
        this.at = nanoTime.getAsLong();
    }

    /** Takes a token, if there is one. */
    public synchronized boolean take() {
        if (isEmpty()) {
            return false;
        }
        left -= price();
        return true;
    }

    /** Whether there is no token at the moment. */
    public synchronized boolean isEmpty() {
        long now = nanoTime.getAsLong();
        left = Math.min(NANOS_PER_MINUTE, left + Math.max(0, now - at));
        at = now;
        return left < price();
    }

    /** How long it takes until a token comes, in whole seconds, at least one. */
    public int secondsToNext() {
        return (int) Math.max(1, Math.round(Math.ceil(price() / 1e9)));
    }

    private long price() {
        return perMinute == 0 ? 0 : NANOS_PER_MINUTE / perMinute;
    }
}
