package org.graphgarden.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.events.Stage;
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
    private static final long RETRY_MILLIS = 1000;

    private final TopicPartition partition;
    private final List<GardenWork> gardens;
    private final GardenOwner.IngestContext context;
    private long nextOffset = -1;
    private long told = -1;
    private @Nullable Future<Boolean> telling;
    /** Records that cannot be read; no offset behind them is told before their letters are. */
    private final Unreadable unread = new Unreadable(Stage.INGEST);

    private long oldestUnread = GardenWork.NONE;
    private List<ProducerRecord<String, SpecificRecord>> letters = List.of();
    private long notBefore;
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

    /** A record of the partition that hints at nothing, because it cannot be read. */
    void unreadable(SourceRecord record, String why) {
        nextOffset = record.offset() + 1;
        oldestUnread = Math.min(oldestUnread, record.offset());
        unread.accept(record, why);
    }

    /** A record of the partition: something may have moved, or a file is to be read again. */
    void hint(@Nullable String key, Optional<FileHint> file, long offset) {
        nextOffset = offset + 1;
        if (key != null) {
            gardens.stream()
                    .filter(garden -> garden.name().equals(RecordKeys.garden(key)))
                    .forEach(garden -> garden.hint(key, file, offset));
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
                Hints hints = new Hints(heads, followedUp(garden), group, garden.takeAsked());
                garden.start(executor, hints, this::ledger);
            }
        }
        if (telling != null && telling.isDone()) {
            collect(telling, now);
        }
        if (telling == null && now >= notBefore) {
            tellRest(executor, group);
        }
    }

    /** Ticks hints off when nothing goes on. Letters are written at once; together with that when it is time for both. */
    private void tellRest(ExecutorService executor, ConsumerGroupMetadata group) {
        boolean idle = gardens.stream().allMatch(GardenWork::idle);
        letters = letters.isEmpty() ? unread.letters(context.clock().instant()) : letters;
        if ((idle && nextOffset > told) || !letters.isEmpty()) {
            long offset = idle ? Math.min(nextOffset, asked()) : -1;
            told = idle ? offset : told;
            List<ProducerRecord<String, SpecificRecord>> kept = letters;
            Hints rest = new Hints(new TreeMap<>(), offset, group, Map.of());
            telling = executor.submit(() -> tell(rest, kept));
        }
    }

    /** Files that are still to be read again are asked for by no look of its own accord. */
    private long asked() {
        return gardens.stream().mapToLong(GardenWork::oldestAsked).min().orElse(GardenWork.NONE);
    }

    /** Letters that are not committed are written again. */
    private void collect(Future<Boolean> finished, long now) {
        telling = null;
        if (committed(finished)) {
            letters = List.of();
            oldestUnread = unread.isEmpty() ? GardenWork.NONE : oldestUnread;
        } else if (!letters.isEmpty()) {
            told = -1;
            notBefore = now + RETRY_MILLIS;
        }
    }

    private static boolean committed(Future<Boolean> finished) {
        try {
            return finished.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            LOG.warn("the telling of hints failed", e);
            return false;
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
        long mine = Math.min(garden.oldestWaiting(), garden.oldestAsked());
        return Math.min(Math.min(nextOffset, oldestUnread), Math.min(others, mine));
    }

    /** Commits that all hints are followed up, which the looks' own transactions have said already if there were any. */
    private boolean tell(Hints rest, List<ProducerRecord<String, SpecificRecord>> kept) {
        try {
            ledger().tell(rest, kept);
            Ledger.tellOf(kept, context.listener());
            return true;
        } catch (CancellationException e) {
            LOG.debug("{}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // They come again, which costs a look.
            LOG.warn("hints of {} are not ticked off, because: {}", partition, e.toString());
            return false;
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
