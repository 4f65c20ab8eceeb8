package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.pruner.publish.AbandonedException;
import org.graphgarden.pruner.publish.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a prune cycle for every affirmation. A cycle's events and its consumer offset are committed in one transaction, after
 * its commits are pushed; killed at any point, it is run again and adopts what was pushed.
 */
public final class PrunerService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrunerService.class);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(2);
    /** Time to give up a cycle or to finish a push, and then time to part from the cluster: 8 s in all. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration PARTING = Duration.ofSeconds(3);

    private final Setup setup;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean working;
    private final Thread thread = new Thread(this::run, "pruner");
    private final ExecutorService worker = Executors.newSingleThreadExecutor(PrunerService::daemon);

    /**
     * What the service works with.
     *
     * @param clients clients for the cluster
     * @param gardens the gardens by name; their clones are used by this service alone and closed by their owner
     * @param listener hears how cycles go
     * @param surroundings clock of commits and events, and pauses between attempts to push
     */
    public record Setup(
            KafkaClients clients,
            Map<String, PrunedGarden> gardens,
            CycleListener listener,
            Surroundings surroundings) {
        public Setup {
            gardens = Map.copyOf(gardens);
        }

        /** With the system's clock and real pauses. */
        public static Setup of(KafkaClients clients, List<PrunedGarden> gardens, CycleListener listener) {
            Map<String, PrunedGarden> byName = new TreeMap<>();
            gardens.forEach(garden -> byName.put(garden.name(), garden));
            return new Setup(clients, byName, listener, Surroundings.real());
        }
    }

    public PrunerService(Setup setup) {
        this.setup = setup;
    }

    /** Starts working on a thread of its own. */
    public void start() {
        setup.gardens().keySet().forEach(garden -> setup.listener().owned(garden, false));
        thread.start();
    }

    /**
     * Stops within 8 s. A cycle is given up before its push; a push that has begun may end. What is left undone, also when a
     * remote does not answer in time, the next start makes up for.
     */
    @Override
    public void close() {
        stopping.countDown();
        if (!ended(GRACE)) {
            thread.interrupt();
            ended(PARTING);
        }
        // Not interrupted: it gives up by itself, but never in the middle of a push.
        worker.shutdown();
    }

    /** Whether its thread runs. */
    public boolean alive() {
        return thread.isAlive();
    }

    /** Whether it is a member of its group and takes affirmations. */
    public boolean ready() {
        return working;
    }

    private boolean ended(Duration atMost) {
        try {
            thread.join(atMost.toMillis());
            return !thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (!stopping()) {
            try (AffirmationLoop loop = new AffirmationLoop(setup, this::stopping, worker)) {
                while (!stopping()) {
                    loop.step();
                    working = loop.joined();
                }
            } catch (WakeupException | InterruptException | AbandonedException e) {
                LOG.debug("pruner was interrupted", e);
            } catch (RuntimeException e) {
                // What a callback of the consumer throws comes out of it wrapped.
                Throwable why = e.getClass() == KafkaException.class && e.getCause() != null ? e.getCause() : e;
                LOG.warn("pruner starts again, because: {}", why.toString());
                working = false;
                setup.listener().startsOver(why);
                pause();
            }
        }
    }

    /** A daemon: a remote that does not answer must not keep the program from ending. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "prune-cycle");
        thread.setDaemon(true);
        return thread;
    }

    private boolean stopping() {
        return stopping.getCount() == 0;
    }

    /** Waits before starting over, or until the service stops. */
    private void pause() {
        try {
            stopping.await(RESTART_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debug("pruner was interrupted", e);
        }
    }
}
