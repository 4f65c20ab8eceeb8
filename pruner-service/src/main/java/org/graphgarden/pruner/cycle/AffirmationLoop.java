package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.cloudevents.HeaderNames;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.RequestKind;
import org.graphgarden.events.Stage;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes affirmations one by one. A cycle runs beside the poll loop, so that the group does not take it for dead. */
final class AffirmationLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AffirmationLoop.class);
    static final String GROUP = "graph-garden-pruner";
    private static final Duration POLL = Duration.ofMillis(200);
    /** Shorter while a cycle runs: its end is not to wait for records. */
    private static final Duration POLL_BESIDE = Duration.ofMillis(20);

    private static final Duration PARTING = Duration.ofSeconds(1);

    private final PrunerService.Setup setup;
    private final Consumer<String, Affirmation> consumer;
    private final Ownership ownership;
    private final AffirmationWork work;
    private final Executor worker;

    /**
     * @param stop when to give up a cycle
     * @param worker does one thing at a time; the same for every loop, so that a cycle which is slow to be given up ends before
     *     the next loop runs it again
     */
    AffirmationLoop(PrunerService.Setup setup, StopSign stop, Executor worker) {
        this.setup = setup;
        this.worker = worker;
        // One at a time: what was polled along with it may be another's by the time it is over.
        this.consumer = setup.clients()
                .with(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1))
                .consumer(GROUP, IsolationLevel.READ_COMMITTED);
        Untold untold = new Untold();
        this.ownership = new Ownership(setup, consumer, untold);
        this.work = new AffirmationWork(setup, stop, untold);
        consumer.subscribe(List.of(Topic.AFFIRMATIONS.topicName()), ownership);
    }

    /** Whether it is a member of its group. */
    boolean joined() {
        return ownership.joined();
    }

    /** Waits a little for an affirmation and works it off when it came. */
    void step() {
        // Handled outside of it: what a cycle cannot read for now is not the affirmation.
        poll().forEach(this::handle);
    }

    private Iterable<ConsumerRecord<String, Affirmation>> poll() {
        try {
            return consumer.poll(POLL);
        } catch (RecordDeserializationException e) {
            if (SchemaRegistryUnavailableException.isBehind(e)) {
                LOG.warn("{} at {} waits for the schema registry", e.topicPartition(), e.offset());
            } else {
                skip(e);
            }
            return List.of();
        }
    }

    private void handle(ConsumerRecord<String, Affirmation> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        CycleLedger ledger = ownership.ledger(partition);
        if (record.value() == null || done(record, ledger)) {
            write(out -> {}, partition, record.offset());
            return;
        }
        Turn turn = Turn.begin(partition, lost -> work.run(record, ledger, lost), worker);
        pollBeside(turn);
        if (turn.lost()) {
            LOG.info("cycle {} was given up: another member owns its garden now", record.key());
        } else {
            turn.join();
            ledger.commit(record.offset(), consumer.groupMetadata());
        }
    }

    /** Polls paused partitions while the work is done elsewhere. */
    private void pollBeside(Turn turn) {
        ownership.begin(turn);
        try {
            while (turn.running()) {
                consumer.poll(POLL_BESIDE);
            }
        } catch (RuntimeException e) {
            // Who joins anew may be given the same garden: two must not run its cycle.
            turn.lose(Ownership.GRACE);
            throw e;
        } finally {
            ownership.end();
        }
    }

    /** Several schedulers may have asked for one cycle. Who asks by hand may ask again, and finds what was done. */
    private static boolean done(ConsumerRecord<String, Affirmation> record, CycleLedger ledger) {
        Affirmation affirmation = record.value();
        boolean replayed = record.headers().lastHeader(HeaderNames.REPLAY_OF) != null;
        return affirmation.getKind() == RequestKind.SCHEDULED
                && !replayed
                && ledger.holds(affirmation.getGarden(), record.key());
    }

    private void skip(RecordDeserializationException e) {
        TopicPartition partition = e.topicPartition();
        SourceRecord source = SourceRecord.of(e);
        LOG.error("affirmation of garden '{}' at {}-{} cannot be read", source.garden(), partition, e.offset());
        Instant now = setup.surroundings().clock().instant();
        DeadLetter letter = Letters.of(ReasonCode.RECORD_UNREADABLE, Stage.PRUNE, Letters.why(e), source, now)
                .build();
        write(
                out -> out.accept(new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), source.keyText(), letter)),
                partition,
                e.offset());
        consumer.seek(partition, e.offset() + 1);
    }

    private void write(RecordSource records, TopicPartition partition, long offset) {
        CycleLedger ledger = ownership.ledger(partition);
        ledger.send(records, StopSign.NEVER, () -> {});
        ledger.commit(offset, consumer.groupMetadata());
    }

    @Override
    public void close() {
        // An interrupt is heard already; leaving the group in good order spares the next member a session's timeout.
        boolean interrupted = Thread.interrupted();
        Utils.closeQuietly(() -> consumer.close(CloseOptions.timeout(PARTING)), "consumer");
        ownership.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
