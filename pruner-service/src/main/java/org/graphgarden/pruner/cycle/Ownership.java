package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions of the affirmations are this member's, and so which gardens. Used by the thread that polls, whose consumer calls
 * it back when the group shares its partitions out anew.
 */
final class Ownership implements ConsumerRebalanceListener, AutoCloseable {
    /** A push that has begun may end before the next owner begins; the group waits for us that long. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final PrunerService.Setup setup;
    private final Consumer<?, ?> consumer;
    private final Untold untold;
    private final Map<TopicPartition, Owned> owned = new HashMap<>();
    private @Nullable Turn turn;
    private boolean joined;

    /** A partition, and its gardens as far as they are configured here. */
    private record Owned(CycleLedger ledger, List<String> gardens) {}

    /** @param untold told of records that cannot be read */
    Ownership(PrunerService.Setup setup, Consumer<?, ?> consumer, Untold untold) {
        this.setup = setup;
        this.consumer = consumer;
        this.untold = untold;
    }

    /** Whether the group has said which partitions are ours, be it none. */
    boolean joined() {
        return joined;
    }

    /** The ledger of a partition of which a record came. */
    CycleLedger ledger(TopicPartition partition) {
        Owned mine = owned.get(partition);
        if (mine == null) {
            throw new IllegalStateException("a record came from " + partition + ", which is not assigned");
        }
        return mine.ledger();
    }

    /** A cycle begins, while which no records are to come. */
    void begin(Turn next) {
        turn = next;
        consumer.pause(consumer.assignment());
    }

    /** The cycle is over. */
    void end() {
        turn = null;
        consumer.resume(consumer.assignment());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (turn != null) {
            consumer.pause(partitions);
        }
        for (TopicPartition partition : partitions) {
            Owned mine = new Owned(CycleLedger.takeOver(setup, partition, untold), gardens(partition));
            owned.put(partition, mine);
            tell(mine, true);
        }
        joined = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (turn != null && partitions.contains(turn.partition())) {
            turn.lose(GRACE);
        }
        onPartitionsGone(partitions);
    }

    /** The group has missed us: others are at work already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (turn != null && partitions.contains(turn.partition())) {
            turn.lose(Duration.ZERO);
        }
        onPartitionsGone(partitions);
    }

    private void onPartitionsGone(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Owned former = owned.remove(partition);
            if (former != null) {
                end(former);
            }
        }
    }

    private List<String> gardens(TopicPartition partition) {
        int count = consumer.partitionsFor(partition.topic()).size();
        return setup.gardens().keySet().stream()
                .filter(garden -> Topic.AFFIRMATIONS.partition(garden, count) == partition.partition())
                .toList();
    }

    private void end(Owned former) {
        tell(former, false);
        former.ledger().close();
    }

    private void tell(Owned partition, boolean ours) {
        partition.gardens().forEach(garden -> setup.listener().owned(garden, ours));
    }

    @Override
    public void close() {
        owned.values().forEach(this::end);
        owned.clear();
    }
}
