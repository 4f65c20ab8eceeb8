package org.graphgarden.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.Partitioning;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one garden's records of a topic, from the beginning to an end that is captured first. Only what is committed is
 * read; an open transaction ends the view.
 */
public final class TopicReader {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** No progress for this long means that the broker is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Behind the end there is nothing to wait for, and a reader that closes waits for its last question's answer. */
    private static final Map<String, ?> IMPATIENT = Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);

    private final KafkaClients clients;
    private final boolean settled;
    private final BiConsumer<SourceRecord, String> passedOver;

    /** One that passes over what cannot be read, and says so in the log. */
    public TopicReader(KafkaClients clients) {
        this(clients.with(IMPATIENT), false, TopicReader::log);
    }

    private TopicReader(KafkaClients clients, boolean settled, BiConsumer<SourceRecord, String> passedOver) {
        this.clients = clients;
        this.settled = settled;
        this.passedOver = passedOver;
    }

    /** One for which an open transaction does not end the view: it waits for the end of those that are open now. */
    public static TopicReader settled(KafkaClients clients) {
        return new TopicReader(clients.with(IMPATIENT), true, TopicReader::log);
    }

    /** The same, but somebody is told of each record that cannot be read, and why. */
    public TopicReader telling(BiConsumer<SourceRecord, String> listener) {
        return new TopicReader(clients, settled, (record, why) -> {
            log(record, why);
            listener.accept(record, why);
        });
    }

    /**
     * The garden's records in the order of the log (of each partition, when the topic is not partitioned by garden);
     * tombstones are records whose value is null. What cannot be read is passed over.
     *
     * @throws KafkaException when the schema of a record cannot be had now
     * @throws UnknownTopicOrPartitionException when there is no such topic
     * @throws TimeoutException when the broker does not answer for a minute
     */
    public <T extends SpecificRecord> List<ConsumerRecord<String, T>> readToEnd(
            Topic topic, String garden, Class<T> recordClass) {
        List<ConsumerRecord<String, T>> records = new ArrayList<>();
        readToEnd(topic, Optional.of(garden), recordClass, records::add);
        return records;
    }

    /** The same for all gardens, and for records whose key names none. */
    public <T extends SpecificRecord> List<ConsumerRecord<String, T>> readToEnd(Topic topic, Class<T> recordClass) {
        List<ConsumerRecord<String, T>> records = new ArrayList<>();
        readToEnd(topic, Optional.empty(), recordClass, records::add);
        return records;
    }

    /** The same, one by one: none is held when the next one comes. */
    public <T extends SpecificRecord> void readToEnd(
            Topic topic,
            String garden,
            Class<T> recordClass,
            java.util.function.Consumer<ConsumerRecord<String, T>> listener) {
        readToEnd(topic, Optional.of(garden), recordClass, listener);
    }

    private <T extends SpecificRecord> void readToEnd(
            Topic topic,
            Optional<String> garden,
            Class<T> recordClass,
            java.util.function.Consumer<ConsumerRecord<String, T>> listener) {
        requireRecord(topic, recordClass);
        try (Consumer<String, T> consumer = clients.reader()) {
            List<PartitionInfo> all = consumer.partitionsFor(topic.topicName());
            if (all.isEmpty()) {
                throw new UnknownTopicOrPartitionException("topic " + topic.topicName() + " is missing");
            }
            List<TopicPartition> partitions = partitions(all, topic, garden);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends =
                    settled ? LogEnds.ofEverything(clients, partitions) : consumer.endOffsets(partitions);
            for (long progress = System.nanoTime(); !reached(consumer, ends); ) {
                if (drain(consumer, ends, garden, listener)) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                    throw new TimeoutException("topic " + topic.topicName() + " gave nothing for "
                            + PATIENCE.toSeconds() + " seconds before its end was reached");
                }
            }
        }
    }

    /** The newest value by key, without those that a tombstone removed; sorted by key. */
    public <T extends SpecificRecord> NavigableMap<String, T> readTable(
            Topic topic, String garden, Class<T> recordClass) {
        NavigableMap<String, T> table = new TreeMap<>();
        readToEnd(topic, garden, recordClass, record -> {
            if (record.value() == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), record.value());
            }
        });
        return table;
    }

    private static void requireRecord(Topic topic, Class<?> recordClass) {
        if (topic.recordClass() != recordClass) {
            throw new IllegalArgumentException("topic " + topic.topicName() + " holds "
                    + topic.recordClass().getSimpleName() + ", not " + recordClass.getSimpleName());
        }
    }

    private static List<TopicPartition> partitions(
            Collection<PartitionInfo> all, Topic topic, Optional<String> garden) {
        return all.stream()
                .map(PartitionInfo::partition)
                .filter(partition -> topic.partitioning() == Partitioning.WHOLE_KEY
                        || garden.isEmpty()
                        || partition == topic.partition(garden.get(), all.size()))
                .sorted()
                .map(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Whether anything came. Records behind the end are left out, so that all partitions are seen at one moment. */
    private <T> boolean drain(
            Consumer<String, T> consumer,
            Map<TopicPartition, Long> ends,
            Optional<String> garden,
            java.util.function.Consumer<ConsumerRecord<String, T>> listener) {
        boolean any = false;
        for (ConsumerRecord<String, T> record : poll(consumer, garden)) {
            any = true;
            long end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
            if (record.offset() < end && isWanted(record.key(), garden)) {
                listener.accept(record);
            }
        }
        return any;
    }

    private <T> Iterable<ConsumerRecord<String, T>> poll(Consumer<String, T> consumer, Optional<String> garden) {
        try {
            return consumer.poll(POLL);
        } catch (RecordDeserializationException e) {
            if (SchemaRegistryUnavailableException.isBehind(e)) {
                throw e;
            }
            SourceRecord record = SourceRecord.of(e);
            if (isWanted(record.keyText(), garden)) {
                passedOver.accept(record, Letters.why(e));
            }
            consumer.seek(e.topicPartition(), e.offset() + 1);
            return List.of();
        }
    }

    private static boolean isWanted(@Nullable String key, Optional<String> garden) {
        return garden.isEmpty() || (key != null && RecordKeys.garden(key).equals(garden.get()));
    }

    private static void log(SourceRecord record, String why) {
        LOG.warn("passed over {}-{} at {}: {}", record.topic(), record.partition(), record.offset(), why);
    }
}
