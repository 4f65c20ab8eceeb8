package org.graphgarden.ingest;

import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.Topic;

/**
 * The transactions of one partition of {@code garden.pushes}. Its transactional id belongs to the partition, so a new
 * owner fences the old one off; whatever the old one has not committed is gone then.
 */
final class Ledger implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Producer<String, SpecificRecord> producer;

    private Ledger(Producer<String, SpecificRecord> producer) {
        this.producer = producer;
    }

    /** Takes the partition over. */
    static Ledger takeOver(KafkaClients clients, int partition) {
        Producer<String, SpecificRecord> producer = clients.producer(IngestRights.TRANSACTIONS + partition);
        try {
            producer.initTransactions();
            return new Ledger(producer);
        } catch (RuntimeException e) {
            producer.close(CLOSE_TIMEOUT);
            throw e;
        }
    }

    void begin() {
        producer.beginTransaction();
    }

    /** Adds a record; a failure to send it comes out of {@link #commit}. */
    void add(Topic topic, String key, SpecificRecord value) {
        var unused = producer.send(new ProducerRecord<>(topic.topicName(), key, value));
    }

    void add(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        producer.sendOffsetsToTransaction(offsets, group);
    }

    void commit() {
        producer.commitTransaction();
    }

    /** Ends the ledger; an open transaction is given up. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
