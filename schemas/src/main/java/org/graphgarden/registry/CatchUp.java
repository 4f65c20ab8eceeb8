package org.graphgarden.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Patience with a registry that answers before it has read all that it stores, as one that keeps schemas in Kafka may do when it was
 * just started: what it does not know it is asked for again, for some seconds. Not more often than once a minute, so that records
 * with ids that do not exist hold nobody up. Safe for several threads.
 */
final class CatchUp {
    static final Duration LONGEST = Duration.ofSeconds(5);
    static final Duration PAUSE = Duration.ofMillis(200);
    static final Duration REST = Duration.ofMinutes(1);

    private final Pacer pacer;
    private long restsUntil;

    CatchUp(Pacer pacer) {
        this.pacer = pacer;
        restsUntil = pacer.nanoTime();
    }

    /** Asks until there is an answer or patience ends. */
    <T> Optional<T> ask(Supplier<Optional<T>> question) {
        Optional<T> answer = question.get();
        if (answer.isEmpty() && mayWait()) {
            long end = pacer.nanoTime() + LONGEST.toNanos();
            while (answer.isEmpty() && pacer.nanoTime() - end < 0) {
                pause();
                answer = question.get();
            }
        }
        return answer;
    }

    private synchronized boolean mayWait() {
        long now = pacer.nanoTime();
        if (now - restsUntil < 0) {
            return false;
        }
        restsUntil = now + REST.toNanos();
        return true;
    }

    private void pause() {
        try {
            pacer.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaRegistryException("interrupted while the schema registry was asked again", e);
        }
    }
}
