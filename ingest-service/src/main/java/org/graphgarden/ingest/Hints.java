package org.graphgarden.ingest;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;

/**
 * What is to be looked at in one go: repositories by record key, and up to where all hints are followed up when it is done.
 */
final class Hints {

    private final SortedSet<String> keys;
    private final long offset;
    private final ConsumerGroupMetadata group;

    /**
     * @param offset all hints before it are followed up by this or were before; -1 when nothing is to be said of hints
     */
    Hints(SortedSet<String> keys, long offset, ConsumerGroupMetadata group) {
        this.keys = new TreeSet<>(keys);
        this.offset = offset;
        this.group = group;
    }

    boolean concern(String key) {
        return keys.contains(key);
    }

    long offset() {
        return offset;
    }

    /**
     * Adds the offset to an open transaction. That may be the first of several: who takes over looks at every repository
     * anyway.
     */
    void addTo(Ledger.Transaction transaction) {
        transaction.add(offset, group);
    }
}
