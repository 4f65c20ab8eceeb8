package org.graphgarden.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.Topic;

/**
 * The transactions of one partition of {@code garden.pushes}. Its transactional id belongs to the partition, so a new
 * owner fences the old one off; whatever the old one has not committed is gone then. The gardens of the partition share
 * it: one transaction at a time.
 */
final class Ledger implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final TopicPartition partition;
    private final Producer<String, SpecificRecord> producer;
    private long committed = -1;
    private volatile boolean broken;

    private Ledger(TopicPartition partition, Producer<String, SpecificRecord> producer) {
        this.partition = partition;
        this.producer = producer;
    }

    /** Takes the partition over. */
    static Ledger takeOver(KafkaClients clients, TopicPartition partition) {
        Producer<String, SpecificRecord> producer = clients.producer(IngestRights.TRANSACTIONS + partition.partition());
        try {
            producer.initTransactions();
            return new Ledger(partition, producer);
        } catch (RuntimeException e) {
            producer.close(CLOSE_TIMEOUT);
            throw e;
        }
    }

    /**
     * Writes one transaction, after those of others that go on. Have everything at hand before: who reads what is committed
     * sees nothing of anybody behind an open transaction.
     *
     * @throws RuntimeException when it cannot be committed. The ledger is of no use then, to nobody: the partition has to be
     *     taken over anew before anything that is committed is read.
     */
    synchronized void write(Consumer<Transaction> content) {
        if (broken) {
            throw new IllegalStateException("a transaction of " + partition + " failed; it has to be taken over anew");
        }
        try {
            producer.beginTransaction();
            content.accept(new Transaction());
            producer.commitTransaction();
        } catch (RuntimeException | Error e) {
            broken = true;
            throw e;
        }
    }

    /** Writes how far hints are followed up, unless that was written before, and letters of what could not be read before that. */
    synchronized void tell(Hints hints, List<ProducerRecord<String, SpecificRecord>> letters) {
        if (hints.offset() > committed || !letters.isEmpty()) {
            write(transaction -> {
                letters.forEach(producer::send);
                hints.addTo(transaction);
            });
        }
    }

    /** Writes dead letters, if there are any, and then tells of them. */
    void keep(List<ProducerRecord<String, SpecificRecord>> letters, IngestListener listener) {
        if (!letters.isEmpty()) {
            write(transaction -> letters.forEach(producer::send));
            tellOf(letters, listener);
        }
    }

    /** Tells of letters that are committed. */
    static void tellOf(List<ProducerRecord<String, SpecificRecord>> letters, IngestListener listener) {
        for (ProducerRecord<String, SpecificRecord> record : letters) {
            if (record.value() instanceof DeadLetter letter) {
                listener.deadLetter(letter.getGarden(), letter.getRepository(), letter.getCode());
            }
        }
    }

    /** Whether a transaction failed. */
    boolean broken() {
        return broken;
    }

    /** Ends the ledger; an open transaction is given up. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    /** What goes into one transaction. */
    final class Transaction {

        /** Adds a record; a failure to send it comes out when the transaction is committed. */
        Future<RecordMetadata> add(Topic topic, String key, SpecificRecord value) {
            return producer.send(new ProducerRecord<>(topic.topicName(), key, value));
        }

        /** Adds a tombstone: nothing stands under the key any more. */
        Future<RecordMetadata> remove(Topic topic, String key, Headers headers) {
            return producer.send(new ProducerRecord<>(topic.topicName(), null, key, null, headers));
        }

        /** All hints before this offset were followed up; an offset that says no more than was said before is left out. */
        void add(long offset, ConsumerGroupMetadata group) {
            if (offset > committed) {
                producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(offset)), group);
                committed = offset;
            }
        }
    }
}
