package org.graphgarden.standalone.up;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.graphgarden.runtime.health.Check;
import org.graphgarden.runtime.health.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts something again whenever it ends by itself, after a pause that grows. */
final class KeptAlive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAlive.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Starts it anew; on each call another. */
    @FunctionalInterface
    interface Start {
        Running start();
    }

    private final String name;
    private final Start start;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Running running;
    private volatile boolean starting;

    private KeptAlive(String name, Duration patience, Start start) {
        this.name = name;
        this.start = start;
        this.running = first(patience);
        this.thread = new Thread(this::keep, "keep-" + name);
        thread.setDaemon(true);
    }

    /** Starts it; what goes wrong this first time is thrown as it is. */
    static KeptAlive begin(String name, Start start) {
        return begin(name, Duration.ZERO, start);
    }

    /**
     * Starts it; what goes wrong this first time is tried again, because it may have been killed, and thrown as it is when patience
     * has an end. What a setting is to blame for is thrown at once.
     */
    static KeptAlive begin(String name, Duration patience, Start start) {
        KeptAlive kept = new KeptAlive(name, patience, start);
        kept.thread.start();
        return kept;
    }

    private Running first(Duration patience) {
        Backoff backoff = new Backoff();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return start.start();
            } catch (UpException e) {
                throw e;
            } catch (RuntimeException e) {
                if (System.nanoTime() >= end || closesWithin(backoff.next())) {
                    throw e;
                }
                LOG.warn("{} could not be started and is tried again: {}", name, e.getMessage());
            }
        }
    }

    /** The health of what runs now. */
    Health health() {
        return running.health();
    }

    private void keep() {
        Backoff backoff = new Backoff();
        long began = System.nanoTime();
        while (!closesWithin(BETWEEN_LOOKS)) {
            String end = running.ended().orElse(null);
            if (end != null) {
                LOG.warn("{} ended and is started again: {}", name, end);
                backoff.ran(Duration.ofNanos(System.nanoTime() - began));
                closeRunning();
                restart(backoff);
                began = System.nanoTime();
            }
        }
        // Parting needs a thread that can wait.
        Thread.interrupted();
        closeRunning();
    }

    /** What has failed may fail to close as well, which must not keep it from being started again. */
    private void closeRunning() {
        try {
            running.close();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be closed", name, e);
        }
    }

    private void restart(Backoff backoff) {
        running = missing();
        while (!closesWithin(backoff.next())) {
            starting = true;
            try {
                running = start.start();
                LOG.info("{} runs again", name);
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} could not be started again: {}", name, e.getMessage());
            } finally {
                starting = false;
            }
        }
    }

    /** What stands for it while it is away: nothing that a restart of the whole program would mend. */
    private static Running missing() {
        Health health = new Health().ready("restart", Check.that(() -> false, "ended and is started again"));
        return Running.of(Optional::empty, health, () -> {});
    }

    private boolean closesWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends it, and what keeps it; a start that goes on is interrupted. */
    @Override
    public void close() {
        closing.countDown();
        if (starting) {
            thread.interrupt();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
