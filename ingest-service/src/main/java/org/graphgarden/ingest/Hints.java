package org.graphgarden.ingest;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.graphgarden.git.FetchOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What is to be worked off in one go: heads of repositories by record key, and up to where all hints are followed up when it
 * is done.
 */
final class Hints {

    private final SortedMap<String, FetchOutcome.Head> heads;
    private final long offset;
    private final ConsumerGroupMetadata group;
    private final Map<String, List<FileHint>> again;

    /**
     * @param offset all hints before it are followed up by this or were before; -1 when nothing is to be said of hints
     * @param again files that are to be told of again, by record key of their repository
     */
    Hints(
            SortedMap<String, FetchOutcome.Head> heads,
            long offset,
            ConsumerGroupMetadata group,
            Map<String, List<FileHint>> again) {
        this.again = Map.copyOf(again);
        this.heads = new TreeMap<>(heads);
        this.offset = offset;
        this.group = group;
    }

    /** The head that was fetched of the repository with this record key, or null. */
    FetchOutcome.@Nullable Head head(String key) {
        return heads.get(key);
    }

    /** Files of the repository with this record key that are to be told of again. */
    List<FileHint> again(String key) {
        return again.getOrDefault(key, List.of());
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
