package org.graphgarden.runtime.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service goes on: its threads are alive, and either nothing waits for it or something moved within a minute. Safe
 * for several threads.
 */
public final class Progress implements Check {

    /** How long nothing may move while something waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BooleanSupplier alive;
    private final LongSupplier waiting;
    private final Pulse pulse;
    private final Clock clock;
    private @Nullable Instant waitingSince;

    /**
     * Watches a service.
     *
     * @param alive whether its threads are
     * @param waiting how much waits for it; 0 when nothing does
     * @param pulse when something moved
     */
    public Progress(BooleanSupplier alive, LongSupplier waiting, Pulse pulse, Clock clock) {
        this.alive = alive;
        this.waiting = waiting;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> problem() {
        if (!alive.getAsBoolean()) {
            return Optional.of("a thread has ended");
        }
        long left = waiting.getAsLong();
        Instant now = clock.instant();
        if (left == 0) {
            waitingSince = null;
            return Optional.empty();
        }
        Instant since = waitingSince == null ? now : waitingSince;
        waitingSince = since;
        boolean stuck = now.isAfter(pulse.quietUntil()) && now.isAfter(since.plus(PATIENCE));
        return stuck
                ? Optional.of(left + " waiting, and nothing moved for " + PATIENCE.toSeconds() + " s")
                : Optional.empty();
    }
}
