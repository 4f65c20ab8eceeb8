package org.graphgarden.runtime.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When something moved last, and until when quiet is no reason to worry. Safe for several threads. */
public final class Pulse {

    private final Clock clock;
    private volatile Instant quietUntil;

    public Pulse(Clock clock) {
        this.clock = clock;
        this.quietUntil = clock.instant().plus(Progress.PATIENCE);
    }

    /** Something moved. */
    public void moved() {
        quietFor(Progress.PATIENCE);
    }

    /** Something begins that is known to take long without a sign, such as a fetch that has time limits of its own. */
    public void quietFor(Duration time) {
        quietUntil = clock.instant().plus(time);
    }

    Instant quietUntil() {
        return quietUntil;
    }
}
