package org.graphgarden.ingest;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What is to be looked at in one go: repositories by record key, and the offsets of the hints that said so.
 */
final class Hints {

    private final SortedSet<String> keys;
    private final ConsumerGroupMetadata group;
    private Map<TopicPartition, OffsetAndMetadata> offsets;

    Hints(SortedSet<String> keys, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        this.keys = new TreeSet<>(keys);
        this.offsets = Map.copyOf(offsets);
        this.group = group;
    }

    boolean concern(String key) {
        return keys.contains(key);
    }

    boolean uncommitted() {
        return !offsets.isEmpty();
    }

    /**
     * Adds the offsets to an open transaction, once. That may be the first of several: who takes over looks at every
     * repository anyway.
     */
    void addTo(Ledger ledger) {
        if (uncommitted()) {
            ledger.add(offsets, group);
            offsets = Map.of();
        }
    }
}
