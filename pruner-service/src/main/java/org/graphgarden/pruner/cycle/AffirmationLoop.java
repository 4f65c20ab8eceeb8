package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.RequestKind;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.publish.AbandonedException;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes affirmations one by one. A cycle runs beside the poll loop, so that the group does not take it for dead. */
final class AffirmationLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AffirmationLoop.class);
    static final String GROUP = "graph-garden-pruner";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PARTING = Duration.ofSeconds(1);

    private final PrunerService.Setup setup;
    private final AffirmedCycle cycles;
    private final Consumer<String, Affirmation> consumer;
    private final Producer<String, SpecificRecord> producer;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(AffirmationLoop::thread);

    /** @param stop when to give up a cycle */
    AffirmationLoop(PrunerService.Setup setup, StopSign stop) {
        this.setup = setup;
        this.cycles = new AffirmedCycle(setup, stop);
        this.consumer = setup.clients().consumer(GROUP, IsolationLevel.READ_COMMITTED);
        this.producer = setup.clients().producer(GROUP + "-" + setup.instance());
        producer.initTransactions();
        consumer.subscribe(List.of(Topic.AFFIRMATIONS.topicName()));
    }

    /** Waits a little for affirmations and works off what came. */
    void step() {
        try {
            for (ConsumerRecord<String, Affirmation> record : consumer.poll(POLL)) {
                handle(record);
            }
        } catch (RecordDeserializationException e) {
            if (SchemaRegistryUnavailableException.isBehind(e)) {
                LOG.warn("{} at {} waits for the schema registry", e.topicPartition(), e.offset());
            } else {
                skip(e);
            }
        }
    }

    private void handle(ConsumerRecord<String, Affirmation> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.value() == null || done(record)) {
            write(List.of(), partition, record.offset());
            return;
        }
        Instant start = setup.surroundings().clock().instant();
        CycleEvents events = new CycleEvents(record.value());
        AffirmedCycle.Result result = besidePolling(() -> cycles.run(record.value()));
        try {
            write(
                    result.records(
                            events, record, start, setup.surroundings().clock().instant()),
                    partition,
                    record.offset());
            result.report().ifPresentOrElse(setup.listener()::finished, () -> setup.listener()
                    .failed(record.value().getGarden(), result.failure()));
        } catch (RecordTooLargeException | SerializationException e) {
            LOG.error("events of cycle {} cannot be written: {}", record.key(), e.getMessage());
            String message = "the cycle was run, but its events cannot be written: " + e.getMessage();
            write(
                    events.failed(
                            record, message, start, setup.surroundings().clock().instant()),
                    partition,
                    record.offset());
            setup.listener().failed(record.value().getGarden(), message);
        }
    }

    /** Several schedulers may have asked for one cycle. Who asks by hand may ask again, and finds what was done. */
    private boolean done(ConsumerRecord<String, Affirmation> record) {
        Affirmation affirmation = record.value();
        return affirmation.getKind() == RequestKind.SCHEDULED
                && new TopicReader(setup.clients())
                        .readTable(Topic.PRUNE_CYCLES, affirmation.getGarden(), PruneCycle.class)
                        .containsKey(record.key());
    }

    /** Polls paused partitions while the work is done elsewhere; partitions that are newly assigned are paused as well. */
    private <T> T besidePolling(Supplier<T> work) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(work, worker);
        try {
            while (!future.isDone()) {
                consumer.pause(consumer.assignment());
                consumer.poll(POLL);
            }
            consumer.resume(consumer.assignment());
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AbandonedException abandoned ? abandoned : e;
        }
    }

    /** A daemon: a remote that does not answer must not keep the program from ending. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "prune-cycle");
        thread.setDaemon(true);
        return thread;
    }

    private void skip(RecordDeserializationException e) {
        TopicPartition partition = e.topicPartition();
        String key = e.keyBuffer() == null ? "" : Utils.utf8(e.keyBuffer());
        byte[] original = e.valueBuffer() == null ? new byte[0] : Utils.toArray(e.valueBuffer());
        LOG.error("affirmation {} at {}-{} cannot be read", RecordKeys.garden(key), partition, e.offset());
        write(
                List.of(CycleEvents.unreadable(
                        key,
                        partition.topic(),
                        partition.partition(),
                        e.offset(),
                        original,
                        String.valueOf(e.getMessage()),
                        setup.surroundings().clock().instant())),
                partition,
                e.offset());
        consumer.seek(partition, e.offset() + 1);
    }

    private void write(List<ProducerRecord<String, SpecificRecord>> records, TopicPartition partition, long offset) {
        producer.beginTransaction();
        try {
            records.forEach(producer::send);
            producer.sendOffsetsToTransaction(
                    Map.of(partition, new OffsetAndMetadata(offset + 1)), consumer.groupMetadata());
            producer.commitTransaction();
        } catch (RecordTooLargeException | SerializationException e) {
            producer.abortTransaction();
            throw e;
        }
    }

    @Override
    public void close() {
        // Not interrupted: it gives up by itself, but never in the middle of a push.
        worker.shutdown();
        // An interrupt is heard already; leaving the group in good order spares the next member a session's timeout.
        boolean interrupted = Thread.interrupted();
        Utils.closeQuietly(() -> consumer.close(CloseOptions.timeout(PARTING)), "consumer");
        Utils.closeQuietly(() -> producer.close(PARTING), "producer");
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
