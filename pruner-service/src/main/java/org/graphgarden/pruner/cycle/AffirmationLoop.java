package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.cloudevents.HeaderNames;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.deadletters.Unreadable;
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
    private final StopSign stop;
    private final Consumer<String, Affirmation> consumer;
    private final Ownership ownership;
    private final Unreadable passedOver = new Unreadable(Stage.PRUNE);
    /** Letters that no transaction has told yet. */
    private final List<ProducerRecord<String, SpecificRecord>> untold = new ArrayList<>();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(AffirmationLoop::thread);

    /** @param stop when to give up a cycle */
    AffirmationLoop(PrunerService.Setup setup, StopSign stop) {
        this.setup = setup;
        this.stop = stop;
        // One at a time: what was polled along with it may be another's by the time it is over.
        this.consumer = setup.clients()
                .with(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1))
                .consumer(GROUP, IsolationLevel.READ_COMMITTED);
        this.ownership = new Ownership(setup, consumer, passedOver);
        consumer.subscribe(List.of(Topic.AFFIRMATIONS.topicName()), ownership);
    }

    /** Whether it is a member of its group. */
    boolean joined() {
        return ownership.joined();
    }

    /** Waits a little for an affirmation and works it off when it came. */
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
            write(out -> {}, partition, record.offset());
            return;
        }
        Turn turn = Turn.begin(record, setup, stop, passedOver, worker);
        pollBeside(turn);
        if (turn.lost()) {
            LOG.info("cycle {} was given up: another member owns its garden now", record.key());
        } else {
            finish(turn);
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

    private void finish(Turn turn) {
        AffirmedCycle.Result result = turn.result();
        ConsumerRecord<String, Affirmation> record = turn.record();
        CycleEvents events = new CycleEvents(record.value(), sources().of(record));
        String garden = record.value().getGarden();
        try {
            write(result.records(events, turn.start(), now()), turn.partition(), record.offset());
            result.report().ifPresentOrElse(setup.listener()::finished, () -> setup.listener()
                    .failed(garden, result.failure()));
        } catch (RecordTooLargeException | SerializationException e) {
            LOG.error("events of cycle {} cannot be written: {}", record.key(), e.getMessage());
            String message = "the cycle was run, but its events cannot be written: " + e.getMessage();
            write(events.failed(message, turn.start(), now())::forEach, turn.partition(), record.offset());
            setup.listener().failed(garden, message);
        }
    }

    private AffirmationSource sources() {
        return new AffirmationSource(setup.clients());
    }

    private Instant now() {
        return setup.surroundings().clock().instant();
    }

    /** Several schedulers may have asked for one cycle. Who asks by hand may ask again, and finds what was done. */
    private boolean done(ConsumerRecord<String, Affirmation> record) {
        Affirmation affirmation = record.value();
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        boolean replayed = record.headers().lastHeader(HeaderNames.REPLAY_OF) != null;
        return affirmation.getKind() == RequestKind.SCHEDULED
                && !replayed
                && ownership.ledger(partition).holds(affirmation.getGarden(), record.key());
    }

    /** A daemon: a remote that does not answer must not keep the program from ending. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "prune-cycle");
        thread.setDaemon(true);
        return thread;
    }

    private void skip(RecordDeserializationException e) {
        TopicPartition partition = e.topicPartition();
        SourceRecord source = SourceRecord.of(e);
        LOG.error("affirmation of garden '{}' at {}-{} cannot be read", source.garden(), partition, e.offset());
        DeadLetter letter = Letters.of(ReasonCode.RECORD_UNREADABLE, Stage.PRUNE, Letters.why(e), source, now())
                .build();
        write(
                out -> out.accept(new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), source.keyText(), letter)),
                partition,
                e.offset());
        consumer.seek(partition, e.offset() + 1);
    }

    /** Writes them, and what was found unreadable meanwhile. */
    private void write(RecordSource records, TopicPartition partition, long offset) {
        List<DeadLetter> told = new ArrayList<>();
        // Taken out for good only with the transaction: when a record is too large, another one tells of them.
        untold.addAll(passedOver.letters(now()));
        RecordSource all = out -> {
            untold.forEach(out);
            records.sendTo(out);
        };
        RecordSource listened = out -> all.sendTo(record -> {
            out.accept(record);
            if (record.value() instanceof DeadLetter letter) {
                told.add(DeadLetter.newBuilder()
                        .setGarden(letter.getGarden())
                        .setCode(letter.getCode())
                        .build());
            }
        });
        ownership.ledger(partition).write(listened, offset, consumer.groupMetadata());
        untold.clear();
        told.forEach(letter -> setup.listener().deadLetter(letter.getGarden(), letter.getCode()));
    }

    @Override
    public void close() {
        // Not interrupted: it gives up by itself, but never in the middle of a push.
        worker.shutdown();
        // An interrupt is heard already; leaving the group in good order spares the next member a session's timeout.
        boolean interrupted = Thread.interrupted();
        Utils.closeQuietly(() -> consumer.close(CloseOptions.timeout(PARTING)), "consumer");
        ownership.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
