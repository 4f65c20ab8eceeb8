package org.graphgarden.ingest;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one partition of {@code garden.pushes} and with it the gardens that hash to it. The poll loop tells it of hints and
 * lets it begin what is due. Its gardens work beside one another and share the partition's transactions.
 */
final class PartitionOwner {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionOwner.class);
    private static final long STOP_SECONDS = 20;

    private final TopicPartition partition;
    private final List<GardenWork> gardens;
    private final GardenOwner.IngestContext context;
    private long nextOffset = -1;
    private long told = -1;
    private @Nullable Future<?> telling;
    private @Nullable Ledger ledger;
    private boolean stopped;

    PartitionOwner(TopicPartition partition, List<GardenSource> gardens, GardenOwner.IngestContext context) {
        this.partition = partition;
        this.gardens =
                gardens.stream().map(garden -> new GardenWork(garden, context)).toList();
        this.context = context;
    }

    /** Names of its gardens. */
    List<String> gardens() {
        return gardens.stream().map(GardenWork::name).toList();
    }

    /** A record of the partition: something may have moved. */
    void hint(@Nullable String key, long offset) {
        nextOffset = offset + 1;
        if (key != null) {
            gardens.stream()
                    .filter(garden -> garden.name().equals(RecordKeys.garden(key)))
                    .forEach(garden -> garden.hint(key, offset));
        }
    }

    /** Heads that wait to be worked off, and looks that go on. */
    int waiting() {
        return gardens.stream().mapToInt(GardenWork::waiting).sum();
    }

    /** Whether something is being fetched. */
    boolean fetching() {
        return gardens.stream().anyMatch(GardenWork::fetching);
    }

    /** Notes the end of work, and starts new work when there is some. */
    void tick(ExecutorService executor, ConsumerGroupMetadata group) {
        long now = context.clock().millis();
        for (GardenWork garden : gardens) {
            garden.tick(now, executor);
            if (garden.canStart(now)) {
                var heads = garden.take();
                garden.start(executor, new Hints(heads, followedUp(garden), group), this::ledger);
            }
        }
        if (gardens.stream().allMatch(GardenWork::idle) && nextOffset > told && (telling == null || telling.isDone())) {
            told = nextOffset;
            Hints rest = new Hints(new TreeMap<>(), nextOffset, group);
            telling = executor.submit(() -> tell(rest));
        }
    }

    /** Gives the partition up: work that runs ends soon, without committing what is half done. */
    void stop() {
        gardens.forEach(GardenWork::cancel);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        gardens.forEach(garden -> garden.stop(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        stopLedger();
    }

    /** Up to where all hints are followed up when this garden's look is done and the others have done nothing more. */
    private long followedUp(GardenWork garden) {
        long others = gardens.stream()
                .filter(each -> each != garden)
                .mapToLong(GardenWork::oldest)
                .min()
                .orElse(GardenWork.NONE);
        return Math.min(nextOffset, Math.min(others, garden.oldestWaiting()));
    }

    /** Commits that all hints are followed up, which the looks' own transactions have said already if there were any. */
    private void tell(Hints rest) {
        try {
            ledger().tell(rest);
        } catch (CancellationException e) {
            LOG.debug("{}", e.getMessage());
        } catch (RuntimeException e) {
            // They come again, which costs a look.
            LOG.warn("hints of {} are not ticked off, because: {}", partition, e.toString());
        }
    }

    /** Who asks after the end must not take the partition back from its new owner. */
    private synchronized Ledger ledger() {
        if (stopped) {
            throw new CancellationException(partition + " was given up");
        }
        if (ledger == null || ledger.broken()) {
            closeLedger();
            ledger = Ledger.takeOver(context.clients(), partition);
        }
        return ledger;
    }

    private synchronized void stopLedger() {
        stopped = true;
        closeLedger();
    }

    private synchronized void closeLedger() {
        if (ledger != null) {
            ledger.close();
            ledger = null;
        }
    }
}
