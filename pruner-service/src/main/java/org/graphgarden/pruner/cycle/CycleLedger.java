package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.topics.Topic;

/**
 * Writes what cycles of one partition's gardens came to, each together with the offset of its affirmation. Its transactional id
 * belongs to the partition: who takes it over fences the former owner off and ends what that one left open, so that nobody
 * waits for a dead owner's transaction to time out, and no cycle that is done is overlooked behind it.
 *
 * <p>Sending takes long when there is much, and is done by any thread; the commit is short, and done by the one that polls: only
 * there is it known which generation of the group the member belongs to at that moment.
 */
final class CycleLedger implements AutoCloseable {
    private static final Duration PARTING = Duration.ofSeconds(1);
    /** For the events of a cycle that revises 100,000 files; brokers allow no more unless told. Who takes over need not wait for it. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final TopicPartition partition;
    private final PrunerService.Setup setup;
    private final Producer<String, SpecificRecord> producer;
    private final Untold untold;
    private final TopicReader reader;

    /** Keys of the cycles that this owner has ended: readers see a commit only some time after it is made. */
    private final Set<String> written = new HashSet<>();

    /** Keys of those before, by garden; complete, because what the last owner left open was ended first. */
    private final Map<String, Set<String>> earlier = new HashMap<>();

    /** What follows when the open transaction is committed. */
    private final List<Runnable> consequences = new ArrayList<>();

    private CycleLedger(
            TopicPartition partition,
            PrunerService.Setup setup,
            Producer<String, SpecificRecord> producer,
            Untold untold) {
        this.partition = partition;
        this.setup = setup;
        this.producer = producer;
        this.untold = untold;
        this.reader = TopicReader.settled(setup.clients()).telling(untold);
    }

    /** Takes the partition over. */
    static CycleLedger takeOver(PrunerService.Setup setup, TopicPartition partition, Untold untold) {
        Producer<String, SpecificRecord> producer = setup.clients()
                .with(Map.of(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST.toMillis()))
                .producer(AffirmationLoop.GROUP + "-" + partition.partition());
        try {
            producer.initTransactions();
            return new CycleLedger(partition, setup, producer, untold);
        } catch (RuntimeException e) {
            producer.close(PARTING);
            throw e;
        }
    }

    /** Whether the cycle has come to its end before. */
    boolean holds(String garden, String cycle) {
        return written.contains(cycle)
                || earlier.computeIfAbsent(garden, this::endedBefore).contains(cycle);
    }

    private Set<String> endedBefore(String garden) {
        return Set.copyOf(
                reader.readTable(Topic.PRUNE_CYCLES, garden, PruneCycle.class).keySet());
    }

    /**
     * Sends records, and letters of what was passed over meanwhile, in a transaction that is to be committed next.
     *
     * @param stop gives up between two records; then the ledger is of no more use than to be closed
     * @param consequence what follows when they are committed
     * @throws RecordTooLargeException when nothing was written because of a record; others may be sent instead
     * @throws SerializationException likewise
     */
    void send(RecordSource records, StopSign stop, Runnable consequence) {
        consequences.clear();
        List<ProducerRecord<String, SpecificRecord>> letters =
                untold.letters(setup.surroundings().clock().instant());
        consequences.add(() -> untold.told(letters));
        Sending sending = new Sending(producer, stop, this::note);
        producer.beginTransaction();
        try {
            letters.forEach(sending);
            records.sendTo(sending);
            sending.finish();
        } catch (RecordTooLargeException | SerializationException e) {
            producer.abortTransaction();
            throw e;
        }
        consequences.add(consequence);
    }

    private void note(ProducerRecord<String, SpecificRecord> sent) {
        if (sent.topic().equals(Topic.PRUNE_CYCLES.topicName())) {
            String cycle = sent.key();
            consequences.add(() -> written.add(cycle));
        } else if (sent.value() instanceof DeadLetter letter) {
            // Not the letter itself: there may be thousands, with their originals.
            String garden = letter.getGarden();
            String code = letter.getCode();
            consequences.add(() -> setup.listener().deadLetter(garden, code));
        }
    }

    /** Commits what was sent, and marks the affirmation at the offset as worked off. */
    void commit(long offset, ConsumerGroupMetadata group) {
        producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(offset + 1)), group);
        producer.commitTransaction();
        consequences.forEach(Runnable::run);
    }

    /** Ends the ledger; an open transaction is given up. */
    @Override
    public void close() {
        Utils.closeQuietly(() -> producer.close(PARTING), "producer");
    }
}
