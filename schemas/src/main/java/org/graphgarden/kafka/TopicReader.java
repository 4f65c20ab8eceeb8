package org.graphgarden.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.graphgarden.topics.Partitioning;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * Reads one garden's records of a topic, from the beginning to an end that is captured first. Only what is committed is
 * read; an open transaction ends the view.
 */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(100);
    /** No progress for this long means that the broker is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Behind the end there is nothing to wait for, and a reader that closes waits for its last question's answer. */
    private static final Map<String, ?> IMPATIENT = Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);

    private final KafkaClients clients;
    private final boolean settled;

    public TopicReader(KafkaClients clients) {
        this(clients, false);
    }

    private TopicReader(KafkaClients clients, boolean settled) {
        this.clients = clients.with(IMPATIENT);
        this.settled = settled;
    }

    /** One for which an open transaction does not end the view: it waits for the end of those that are open now. */
    public static TopicReader settled(KafkaClients clients) {
        return new TopicReader(clients, true);
    }

    /**
     * The garden's records in the order of the log (of each partition, when the topic is not partitioned by garden);
     * tombstones are records whose value is null.
     *
     * @throws UnknownTopicOrPartitionException when there is no such topic
     * @throws TimeoutException when the broker does not answer for a minute
     */
    public <T extends SpecificRecord> List<ConsumerRecord<String, T>> readToEnd(
            Topic topic, String garden, Class<T> recordClass) {
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
            List<ConsumerRecord<String, T>> records = new ArrayList<>();
            for (long progress = System.nanoTime(); !reached(consumer, ends); ) {
                if (drain(consumer, ends, garden, records)) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                    throw new TimeoutException("topic " + topic.topicName() + " gave nothing for "
                            + PATIENCE.toSeconds() + " seconds before its end was reached");
                }
            }
            return records;
        }
    }

    /** The newest value by key, without those that a tombstone removed; sorted by key. */
    public <T extends SpecificRecord> NavigableMap<String, T> readTable(
            Topic topic, String garden, Class<T> recordClass) {
        NavigableMap<String, T> table = new TreeMap<>();
        for (ConsumerRecord<String, T> record : readToEnd(topic, garden, recordClass)) {
            if (record.value() == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), record.value());
            }
        }
        return table;
    }

    private static void requireRecord(Topic topic, Class<?> recordClass) {
        if (topic.recordClass() != recordClass) {
            throw new IllegalArgumentException("topic " + topic.topicName() + " holds "
                    + topic.recordClass().getSimpleName() + ", not " + recordClass.getSimpleName());
        }
    }

    private static List<TopicPartition> partitions(Collection<PartitionInfo> all, Topic topic, String garden) {
        return all.stream()
                .map(PartitionInfo::partition)
                .filter(partition -> topic.partitioning() == Partitioning.WHOLE_KEY
                        || partition == topic.partition(garden, all.size()))
                .sorted()
                .map(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Whether anything came. Records behind the end are left out, so that all partitions are seen at one moment. */
    private static <T> boolean drain(
            Consumer<String, T> consumer,
            Map<TopicPartition, Long> ends,
            String garden,
            List<ConsumerRecord<String, T>> records) {
        boolean any = false;
        for (ConsumerRecord<String, T> record : consumer.poll(POLL)) {
            any = true;
            long end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
            if (record.key() != null
                    && record.offset() < end
                    && RecordKeys.garden(record.key()).equals(garden)) {
                records.add(record);
            }
        }
        return any;
    }
}
