package org.graphgarden.inference.stream;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.graphgarden.kafka.NamingProducer;

/** The clients of Kafka Streams, as it would make them itself, but for how long they linger for records. */
record PacedClients(Pace pace) implements KafkaClientSupplier {
    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new NamingProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new PacedConsumer(settings, pace);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return getRestoreConsumer(settings);
    }

    private static final class PacedConsumer extends KafkaConsumer<byte[], byte[]> {
        private final Pace pace;

        PacedConsumer(Map<String, Object> settings, Pace pace) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.pace = pace;
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration asked) {
            ConsumerRecords<byte[], byte[]> records = super.poll(pace.linger(asked));
            if (!records.isEmpty()) {
                pace.moved();
            }
            return records;
        }
    }
}
