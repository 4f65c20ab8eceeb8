package org.graphgarden.pruner.publish;

import java.time.Duration;

/** Waits between attempts; tests do not. */
@FunctionalInterface
public interface Pause {
    /** Waits that long, or less when interrupted; then the thread's interrupt flag is set. */
    void await(Duration duration);

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
