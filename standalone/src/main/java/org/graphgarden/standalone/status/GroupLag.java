package org.graphgarden.standalone.status;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * Counts the records that groups have still to take, by garden. They are read and not only subtracted: offsets also count the
 * marks of transactions, and do not know gardens.
 */
final class GroupLag {
    /** Groups and what they read. */
    private static final Map<String, List<Topic>> GROUPS = Map.of(
            "garden-ingest", List.of(Topic.PUSHES),
            "graph-garden-inference",
                    List.of(Topic.PATTERN_CHANGES, Topic.PATTERN_PROFILES, Topic.PUSHES_CLOSED, Topic.PRUNE_REQUESTS),
            "graph-garden-pruner", List.of(Topic.AFFIRMATIONS));

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaClients clients;
    private final Clock clock;

    GroupLag(KafkaClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** The lag by garden; a garden that is missing has none. */
    Map<String, GardenStatus.Lag> read() {
        Map<String, GardenStatus.Lag> lags = new TreeMap<>();
        Map<String, Object> settings = clients.properties();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (Admin admin = clients.admin();
                Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            GROUPS.forEach((group, topics) -> count(consumer, committed(admin, group), topics, lags));
        }
        return lags;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the offsets of group " + group + " are not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for offsets", e);
        }
    }

    private void count(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, OffsetAndMetadata> committed,
            List<Topic> topics,
            Map<String, GardenStatus.Lag> lags) {
        Map<TopicPartition, Long> ends = ends(consumer, topics);
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> seek(consumer, partition, committed.get(partition)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            if (System.nanoTime() > deadline) {
                return;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                add(record, lags);
            }
        }
    }

    private static Map<TopicPartition, Long> ends(Consumer<?, ?> consumer, List<Topic> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return new LinkedHashMap<>(consumer.endOffsets(partitions));
    }

    private static void seek(
            Consumer<?, ?> consumer,
            TopicPartition partition,
            @org.jspecify.annotations.Nullable OffsetAndMetadata at) {
        if (at == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, at.offset());
        }
    }

    private void add(ConsumerRecord<String, byte[]> record, Map<String, GardenStatus.Lag> lags) {
        if (record.key() == null) {
            return;
        }
        double age = Math.max(0, clock.millis() - record.timestamp()) / 1000.0;
        lags.merge(
                RecordKeys.garden(record.key()),
                new GardenStatus.Lag(1, age),
                (before, one) -> new GardenStatus.Lag(before.records() + 1, Math.max(before.seconds(), age)));
    }
}
