package org.graphgarden.topics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.jspecify.annotations.Nullable;

/** Places records as the catalogue says of their topic; other topics by the whole key. Every record needs a key. */
public final class GardenPartitioner implements Partitioner {

    @Override
    public int partition(
            String topic,
            @Nullable Object key,
            byte @Nullable [] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        if (keyBytes == null) {
            throw new IllegalArgumentException("a record for " + topic + " has no key");
        }
        String text = new String(keyBytes, StandardCharsets.UTF_8);
        return partitioning(topic).partition(text, cluster.partitionCountForTopic(topic));
    }

    private static Partitioning partitioning(String topic) {
        return Topic.named(topic).map(Topic::partitioning).orElse(Partitioning.WHOLE_KEY);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // The catalogue is all it needs.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
