package org.graphgarden.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches repositories and writes what moved to {@code garden.pattern-changes} and {@code garden.pushes-closed}, exactly
 * once. Instances share the gardens: each garden has one owner at a time. Every repository is looked at when its garden
 * is taken over, at every interval, and when a record of {@code garden.pushes} hints at it.
 */
public final class IngestService implements AutoCloseable {

    /** Consumer group that shares the gardens out. */
    public static final String GROUP = "garden-ingest";

    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration BRISK_POLL = Duration.ofMillis(10);
    private static final Duration FETCH_PATIENCE = Duration.ofSeconds(2);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(2);

    private final List<GardenSource> gardens;
    private final GardenOwner.IngestContext context;
    private final ExecutorService executor;
    private final Thread thread;
    private final SortedMap<Integer, PartitionOwner> owners = new TreeMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean assigned;
    private volatile long waiting;

    /**
     * A service that is not running yet. The topics must be there.
     *
     * @param settings how it works
     * @param gardens the gardens to watch
     * @param clients clients of the cluster
     * @param stateDir folder for clones; a cache
     * @param clock tells when pushes were closed, and paces the polling
     * @param listener told what happens
     */
    public IngestService(
            IngestSettings settings,
            List<GardenSource> gardens,
            KafkaClients clients,
            Path stateDir,
            Clock clock,
            IngestListener listener) {
        this(settings, gardens, clients, stateDir, clock, garden -> Pace.FREE, listener);
    }

    /**
     * The same, but a long push leaves room for the edits of others.
     *
     * @param group consumer group that profiles the changes: as fast as it gets on, a long push is written
     */
    public static IngestService pacedBy(
            String group,
            IngestSettings settings,
            List<GardenSource> gardens,
            KafkaClients clients,
            Path stateDir,
            Clock clock,
            IngestListener listener) {
        return new IngestService(
                settings, gardens, clients, stateDir, clock, new ProfileProgress(clients, group), listener);
    }

    private IngestService(
            IngestSettings settings,
            List<GardenSource> gardens,
            KafkaClients clients,
            Path stateDir,
            Clock clock,
            Pace.Source paces,
            IngestListener listener) {
        this.gardens = List.copyOf(gardens);
        this.context = new GardenOwner.IngestContext(
                settings,
                clients,
                new Clones(stateDir.resolve("clones")),
                new FetchPlaces(),
                new SplittableRandom()::nextDouble,
                clock,
                paces,
                listener,
                new Semaphore(GardenOwner.IngestContext.MOST_LOOKS));
        this.executor = Executors.newCachedThreadPool(task -> daemon(task, "ingest-work"));
        this.thread = daemon(this::run, "ingest-poll");
    }

    /** Starts watching; returns at once. */
    public void start() {
        gardens.forEach(garden -> context.listener().owned(garden.name(), false));
        thread.start();
    }

    /** Stops; a push that is being written is finished by the next owner. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdown();
        awaitFetches();
        context.clones().close();
        context.paces().close();
    }

    /** A fetch cannot be broken off; one from a host that keeps silent ends by itself, with nothing done. */
    private void awaitFetches() {
        try {
            if (!executor.awaitTermination(FETCH_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("a fetch that still waits for its host is left to itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether its thread runs. */
    public boolean alive() {
        return thread.isAlive();
    }

    /** Whether it knows which gardens are its own. */
    public boolean ready() {
        return assigned;
    }

    /** Fetched repositories of its gardens that wait to be worked off, and looks that go on; 0 when there is nothing to do. */
    public long waiting() {
        return waiting;
    }

    private void run() {
        while (!closesWithin(Duration.ZERO)) {
            try (Consumer<String, PushNoticed> consumer =
                    context.clients().consumer(GROUP, IsolationLevel.READ_COMMITTED)) {
                consumer.subscribe(List.of(Topic.PUSHES.topicName()), new Ownership(consumer));
                while (!closesWithin(Duration.ZERO)) {
                    poll(consumer);
                }
                return;
            } catch (RuntimeException e) {
                LOG.warn("ingest begins anew", e);
                context.listener().failed(e);
            } finally {
                assigned = false;
                stopAll(List.copyOf(owners.keySet()));
            }
            closesWithin(RESTART_PAUSE);
        }
    }

    private boolean closesWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void poll(Consumer<String, PushNoticed> consumer) {
        try {
            // What is fetched is not to wait for the end of a pause.
            boolean fetching = owners.values().stream().anyMatch(PartitionOwner::fetching);
            consumer.poll(fetching ? BRISK_POLL : POLL).forEach(this::hint);
        } catch (RecordDeserializationException e) {
            pass(consumer, e);
        }
        for (PartitionOwner owner : owners.values()) {
            owner.tick(executor, consumer.groupMetadata());
        }
        waiting = owners.values().stream().mapToLong(PartitionOwner::waiting).sum();
    }

    /** A hint that cannot be read hints at nothing: polling finds what it meant. One whose schema is late stays next. */
    private void pass(Consumer<String, PushNoticed> consumer, RecordDeserializationException e) {
        if (SchemaRegistryUnavailableException.isBehind(e)) {
            LOG.warn("{} at {} waits for the schema registry", e.topicPartition(), e.offset());
            return;
        }
        LOG.warn("passed over an unreadable record of {} at {}", e.topicPartition(), e.offset());
        owner(e.topicPartition().partition()).unreadable(SourceRecord.of(e), Letters.why(e));
        consumer.seek(e.topicPartition(), e.offset() + 1);
    }

    private void hint(ConsumerRecord<String, PushNoticed> record) {
        PushNoticed notice = record.value();
        owner(record.partition()).hint(record.key(), FileHint.of(notice), record.offset());
        if (notice != null) {
            context.listener().hinted(notice.getGarden(), notice.getRepository(), notice.getNoticedAt());
        }
    }

    private PartitionOwner owner(int partition) {
        PartitionOwner owner = owners.get(partition);
        if (owner == null) {
            throw new IllegalStateException("a record came from partition " + partition + ", which is not assigned");
        }
        return owner;
    }

    private void stopAll(Collection<Integer> partitions) {
        for (Integer partition : partitions) {
            PartitionOwner owner = owners.remove(partition);
            if (owner != null) {
                owner.stop();
                owner.gardens().forEach(garden -> context.listener().owned(garden, false));
            }
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes partitions over and gives them up. */
    private final class Ownership implements ConsumerRebalanceListener {

        private final Consumer<String, PushNoticed> consumer;

        Ownership(Consumer<String, PushNoticed> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            int count = consumer.partitionsFor(Topic.PUSHES.topicName()).size();
            for (TopicPartition partition : partitions) {
                List<GardenSource> mine = gardens.stream()
                        .filter(garden -> Topic.PUSHES.partition(garden.name(), count) == partition.partition())
                        .toList();
                owners.put(partition.partition(), new PartitionOwner(partition, mine, context));
                mine.forEach(garden -> context.listener().owned(garden.name(), true));
            }
            assigned = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            stopAll(partitions.stream().map(TopicPartition::partition).toList());
        }
    }
}
