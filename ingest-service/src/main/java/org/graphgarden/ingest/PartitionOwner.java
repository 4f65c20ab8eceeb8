package org.graphgarden.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one partition of {@code garden.pushes} and with it the gardens that hash to it. The poll loop tells it what is due
 * and starts its work on another thread, one piece at a time. Whenever something fails it forgets everything and begins
 * anew from what is committed, as a new owner would.
 */
final class PartitionOwner {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionOwner.class);
    private static final long RETRY_MILLIS = 1000;
    private static final long STOP_SECONDS = 20;

    private final TopicPartition partition;
    private final List<GardenSource> gardens;
    private final GardenOwner.IngestContext context;
    private final BlobWork work;
    private final SortedSet<String> due = new TreeSet<>();
    private final List<GardenOwner> owners = new ArrayList<>();
    private long nextPoll;
    private long notBefore;
    private long nextOffset = -1;
    private @Nullable Ledger ledger;
    private @Nullable Future<Boolean> running;

    PartitionOwner(TopicPartition partition, List<GardenSource> gardens, GardenOwner.IngestContext context) {
        this.partition = partition;
        this.gardens = List.copyOf(gardens);
        this.context = context;
        this.work = new BlobWork(context.settings().threads());
    }

    TopicPartition partition() {
        return partition;
    }

    List<GardenSource> gardens() {
        return gardens;
    }

    /** A record of the partition: something may have moved. */
    void hint(@Nullable String key, long offset) {
        if (key != null) {
            due.add(key);
        }
        nextOffset = offset + 1;
    }

    /** Repositories that wait to be looked at, and the look that goes on. */
    int waiting() {
        return due.size() + (running == null ? 0 : 1);
    }

    boolean busy() {
        return running != null;
    }

    /** Notes the end of work, and starts new work when there is some. */
    void tick(ExecutorService executor, ConsumerGroupMetadata group) {
        long now = context.clock().millis();
        collect(now);
        if (now >= nextPoll) {
            gardens.forEach(garden -> garden.repositories()
                    .forEach(repository -> due.add(RecordKeys.ofRepository(garden.name(), repository.name()))));
            nextPoll = now + context.settings().pollInterval().toMillis();
        }
        boolean something = !due.isEmpty() || nextOffset >= 0;
        if (running == null && something && now >= notBefore) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    nextOffset < 0 ? Map.of() : Map.of(partition, new OffsetAndMetadata(nextOffset));
            Hints hints = new Hints(due, offsets, group);
            due.clear();
            nextOffset = -1;
            running = executor.submit(() -> work(hints));
        }
    }

    /** Gives the partition up: work that runs ends soon, without committing what is half done. */
    void stop() {
        work.cancel();
        Future<Boolean> last = running;
        if (last != null) {
            try {
                last.get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                context.listener().failed(e);
            }
        }
        forget();
        work.close();
    }

    private void collect(long now) {
        if (running != null && running.isDone()) {
            boolean failed = !succeeded(running);
            running = null;
            if (failed) {
                nextPoll = now;
                notBefore = now + RETRY_MILLIS;
            }
        }
    }

    private static boolean succeeded(Future<Boolean> finished) {
        try {
            return finished.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private boolean work(Hints hints) {
        try {
            Ledger current = ledger();
            for (GardenOwner owner : owners) {
                owner.ingest(hints, current);
            }
            if (hints.uncommitted()) {
                current.begin();
                hints.addTo(current);
                current.commit();
            }
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.warn("{} is worked off anew, because: {}", partition, e.toString());
            forget();
            context.listener().failed(e);
            return false;
        }
    }

    private Ledger ledger() {
        if (ledger == null) {
            ledger = Ledger.takeOver(context.clients(), partition.partition());
            gardens.forEach(garden -> owners.add(new GardenOwner(garden, context, work)));
        }
        return ledger;
    }

    private void forget() {
        owners.forEach(GardenOwner::close);
        owners.clear();
        if (ledger != null) {
            ledger.close();
            ledger = null;
        }
    }
}
