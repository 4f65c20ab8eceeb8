package org.graphgarden.standalone.tend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** Follows one garden's records in several topics from their beginning, as they are committed. For one thread. */
public final class TopicFollower implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final String garden;
    private final org.apache.kafka.clients.consumer.Consumer<String, SpecificRecord> consumer;

    public TopicFollower(KafkaClients clients, String garden, List<Topic> topics) {
        this.garden = garden;
        this.consumer = clients.reader();
        Map<String, List<TopicPartition>> partitions = topics.stream()
                .collect(Collectors.toMap(Topic::topicName, topic -> consumer.partitionsFor(topic.topicName()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList()));
        List<TopicPartition> all =
                partitions.values().stream().flatMap(List::stream).toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Hands over what came since the last time; waits a moment when nothing did. */
    public void poll(Consumer<SpecificRecord> receiver) {
        for (ConsumerRecord<String, SpecificRecord> record : records()) {
            if (record.value() != null
                    && record.key() != null
                    && RecordKeys.garden(record.key()).equals(garden)) {
                receiver.accept(record.value());
            }
        }
    }

    /** What cannot be read is somebody else's concern. */
    private Iterable<ConsumerRecord<String, SpecificRecord>> records() {
        try {
            return consumer.poll(POLL);
        } catch (RecordDeserializationException e) {
            if (SchemaRegistryUnavailableException.isBehind(e)) {
                throw e;
            }
            consumer.seek(e.topicPartition(), e.offset() + 1);
            return List.of();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
