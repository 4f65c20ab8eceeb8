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
    private final Clock clock;
    private Instant quietUntil;
    private @Nullable Instant waitingSince;

    /**
     * Watches a service.
     *
     * @param alive whether its threads are
     * @param waiting how much waits for it; 0 when nothing does
     */
    public Progress(BooleanSupplier alive, LongSupplier waiting, Clock clock) {
        this.alive = alive;
        this.waiting = waiting;
        this.clock = clock;
        this.quietUntil = clock.instant().plus(PATIENCE);
    }

    /** Something moved. */
    public void moved() {
        quietFor(PATIENCE);
    }

    /** Something begins that is known to take long without a sign, such as a fetch that has time limits of its own. */
    public synchronized void quietFor(Duration time) {
        quietUntil = clock.instant().plus(time);
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
        boolean stuck = now.isAfter(quietUntil) && now.isAfter(since.plus(PATIENCE));
        return stuck
                ? Optional.of(left + " waiting, and nothing moved for " + PATIENCE.toSeconds() + " s")
                : Optional.empty();
    }
}
