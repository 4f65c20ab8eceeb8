package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.topics.Topic;

/**
 * Writes what cycles of one partition's gardens came to, each together with the offset of its affirmation. Its transactional id
 * belongs to the partition: who takes it over fences the former owner off and ends what that one left open, so that nobody
 * waits for a dead owner's transaction to time out, and no cycle that is done is overlooked behind it.
 */
final class CycleLedger implements AutoCloseable {
    private static final Duration PARTING = Duration.ofSeconds(1);
    /** For the events of a cycle that revises 100,000 files. Who takes over ends what was left open, and need not wait for it. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final TopicPartition partition;
    private final Producer<String, SpecificRecord> producer;
    private final TopicReader reader;

    /** Keys of the cycles that this owner has ended: readers see a commit only some time after it is made. */
    private final Set<String> written = new HashSet<>();

    /** Keys of those before, by garden; complete, because what the last owner left open was ended first. */
    private final Map<String, Set<String>> earlier = new HashMap<>();

    private CycleLedger(TopicPartition partition, Producer<String, SpecificRecord> producer, TopicReader reader) {
        this.partition = partition;
        this.producer = producer;
        this.reader = reader;
    }

    /** Takes the partition over. */
    static CycleLedger takeOver(KafkaClients clients, TopicPartition partition, Unreadable passedOver) {
        Producer<String, SpecificRecord> producer = clients.with(
                        Map.of(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST.toMillis()))
                .producer(AffirmationLoop.GROUP + "-" + partition.partition());
        try {
            producer.initTransactions();
            return new CycleLedger(
                    partition, producer, TopicReader.settled(clients).telling(passedOver));
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
     * Writes records and marks the affirmation at the offset as worked off.
     *
     * @throws RecordTooLargeException when nothing was written because of a record
     * @throws SerializationException likewise
     */
    void write(RecordSource records, long offset, ConsumerGroupMetadata group) {
        Set<String> cycles = new HashSet<>();
        producer.beginTransaction();
        try {
            records.sendTo(record -> {
                producer.send(record);
                if (record.topic().equals(Topic.PRUNE_CYCLES.topicName())) {
                    cycles.add(record.key());
                }
            });
            producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(offset + 1)), group);
            producer.commitTransaction();
            written.addAll(cycles);
        } catch (RecordTooLargeException | SerializationException e) {
            producer.abortTransaction();
            throw e;
        }
    }

    @Override
    public void close() {
        Utils.closeQuietly(() -> producer.close(PARTING), "producer");
    }
}
