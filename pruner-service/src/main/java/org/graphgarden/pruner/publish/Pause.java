package org.graphgarden.pruner.publish;

import java.time.Duration;

/** Waits between attempts; tests do not. */
@FunctionalInterface
public interface Pause {
    /** How long waiting may go on when it is no longer wanted. */
    Duration PIECE = Duration.ofMillis(100);

    /** Waits that long, or less when interrupted; then the thread's interrupt flag is set. */
    void await(Duration duration);

    /** Waits in small pieces, so that it ends soon after the sign is raised. */
    default Pause until(StopSign sign) {
        return duration -> {
            for (Duration left = duration; !left.isNegative() && !left.isZero() && !sign.raised(); ) {
                Duration piece = left.compareTo(PIECE) < 0 ? left : PIECE;
                await(piece);
                left = left.minus(piece);
            }
        };
    }

    /** Sleeps. */
    static Pause sleeping() {
        return duration -> {
            try {
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
