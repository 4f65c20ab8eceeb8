package org.graphgarden.pruner.cycle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.pruner.publish.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a prune cycle for every affirmation. A cycle's events and its consumer offset are committed in one transaction, after
 * its commits are pushed; killed at any point, it is run again and adopts what was pushed.
 */
public final class PrunerService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrunerService.class);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(2);

    private final Setup setup;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "pruner");

    /**
     * What the service works with.
     *
     * @param clients clients for the cluster
     * @param gardens the gardens by name; their clones are used by this service alone and closed by their owner
     * @param instance what tells this member of the group from the others, such as a host name
     * @param listener hears how cycles go
     * @param clock time of commits and events
     * @param random varies pauses between attempts to push
     * @param pause waits between them
     */
    public record Setup(
            KafkaClients clients,
            Map<String, PrunedGarden> gardens,
            String instance,
            CycleListener listener,
            Clock clock,
            Random random,
            Pause pause) {
        public Setup {
            gardens = Map.copyOf(gardens);
        }

        /** With the system's clock and real pauses. */
        public static Setup of(
                KafkaClients clients, List<PrunedGarden> gardens, String instance, CycleListener listener) {
            Map<String, PrunedGarden> byName = new TreeMap<>();
            gardens.forEach(garden -> byName.put(garden.name(), garden));
            return new Setup(clients, byName, instance, listener, Clock.systemUTC(), new Random(), Pause.sleeping());
        }
    }

    public PrunerService(Setup setup) {
        this.setup = setup;
    }

    /** Starts working on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Stops after the cycle at hand, if it ends within a minute; what it leaves undone the next start makes up for. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        while (!stopped(Duration.ZERO)) {
            try (AffirmationLoop loop = new AffirmationLoop(setup)) {
                while (!stopped(Duration.ZERO)) {
                    loop.step();
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("pruner was interrupted", e);
            } catch (RuntimeException e) {
                LOG.warn("pruner starts again, because: {}", e.toString());
                stopped(RESTART_PAUSE);
            }
        }
    }

    private boolean stopped(Duration atMost) {
        try {
            return stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
