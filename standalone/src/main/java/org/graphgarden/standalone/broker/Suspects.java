package org.graphgarden.standalone.broker;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.standalone.broker.HangingTransactions.Known;
import org.graphgarden.standalone.broker.HangingTransactions.Open;

/** Transactions that seem to hang, and since when they have at every look. */
final class Suspects {
    /** Longer than a coordinator takes to be back after a kill and to tell the partitions what it had decided. */
    static final Duration MARGIN = Duration.ofSeconds(30);

    private Map<Open, Long> since = Map.of();

    /**
     * What has hung for longer than its timeout and a margin. One that is known to go on, or is no longer open, is no suspect any
     * more; it would have to hang anew for as long.
     *
     * @param nanos of the process's clock
     */
    List<Open> overdue(List<Open> open, Known known, long nanos) {
        Map<Open, Long> still = new HashMap<>();
        for (Open transaction : open) {
            if (!known.goingOn().contains(transaction.producer())) {
                still.put(transaction, since.getOrDefault(transaction, nanos));
            }
        }
        since = still;
        return still.entrySet().stream()
                .filter(suspect -> nanos - suspect.getValue()
                        > known.timeout(suspect.getKey()).plus(MARGIN).toNanos())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((Open each) -> each.partition().toString())
                        .thenComparing(Open::start))
                .toList();
    }
}
