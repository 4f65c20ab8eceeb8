package org.graphgarden.ingest.webhook;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether Kafka is there, by what became of the last attempts: after a failure one caller at a time tries, and the others are
 * told at once. Otherwise each of them would hold a thread for seconds, until there were none left to answer with.
 */
final class Outage {
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean trying = new AtomicBoolean();

    /** Whether this caller may try; then it has to say how that ended. */
    boolean mayTry() {
        return !away.get() || trying.compareAndSet(false, true);
    }

    void ended(boolean well) {
        away.set(!well);
        trying.set(false);
    }
}
