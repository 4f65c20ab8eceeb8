package org.graphgarden.topics;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics as one installation has them. Partition counts are fixed when a topic is made: changing one would move
 * keys to other partitions.
 *
 * @param gardenPartitions partitions of every topic that is partitioned by garden, 1 or more; the same for all of them,
 *     because one task reads several
 * @param patternPartitions partitions of the topics that are partitioned by the whole key, 1 or more
 * @param replicationFactor copies of each partition, 1 or more; -1 leaves it to the broker
 */
public record TopicCatalogue(int gardenPartitions, int patternPartitions, short replicationFactor) {

    /** Largest record batch, in bytes: a file of 768 KiB, with room for what travels with it. */
    public static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

    /** Compaction leaves what pushes are made of alone for this long, so that one which is being applied stays whole. */
    static final Duration COMPACTION_LAG = Duration.ofDays(7);

    private static final Set<Topic> OF_PUSHES =
            EnumSet.of(Topic.PATTERN_CHANGES, Topic.PUSHES_CLOSED, Topic.PATTERN_PROFILES);

    /** Other compacted topics are tables, read from the beginning. Compaction never looks at the newest segment, so it is small. */
    private static final int TABLE_SEGMENT_BYTES = 64 * 1024 * 1024;

    public TopicCatalogue {
        requirePositive("gardenPartitions", gardenPartitions);
        requirePositive("patternPartitions", patternPartitions);
        if (replicationFactor != -1) {
            requirePositive("replicationFactor", replicationFactor);
        }
    }

    /** The number of partitions of a topic. */
    public int partitions(Topic topic) {
        return switch (topic.partitioning()) {
            case GARDEN -> gardenPartitions;
            case WHOLE_KEY -> patternPartitions;
        };
    }

    /** The broker's settings of a topic, by name. */
    public Map<String, String> settings(Topic topic) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanup().setting());
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
        settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        topic.retention()
                .ifPresent(time -> settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())));
        if (OF_PUSHES.contains(topic)) {
            settings.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(COMPACTION_LAG.toMillis()));
        } else if (topic.cleanup().compacts()) {
            settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(TABLE_SEGMENT_BYTES));
        }
        return settings;
    }

    NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.topicName(), partitions(topic), replicationFactor).configs(settings(topic));
    }

    private static void requirePositive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " is " + value + ", but has to be 1 or more");
        }
    }
}
