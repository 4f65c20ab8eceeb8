package org.graphgarden.ingest;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The looks at one garden: what is due, and the look that goes on beside the poll loop, one at a time. Gardens do not wait
 * for one another. When a look fails, the garden forgets what it knows and begins anew from what is committed, as a new
 * owner would. Only the poll loop calls it.
 */
final class GardenWork {

    /** Stands for no hint. */
    static final long NONE = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(GardenWork.class);
    private static final long RETRY_MILLIS = 1000;
    private static final long TURN_MILLIS = 100;

    private final GardenSource garden;
    private final GardenOwner.IngestContext context;
    private final BlobWork work;
    private final GardenOwner owner;
    private final SortedSet<String> due = new TreeSet<>();
    private long oldestDue = NONE;
    private long oldestRunning = NONE;
    private long notBefore;
    private @Nullable Future<Boolean> running;

    GardenWork(GardenSource garden, GardenOwner.IngestContext context) {
        this.garden = garden;
        this.context = context;
        this.work = new BlobWork(context.settings().threads());
        this.owner = new GardenOwner(garden, context, work);
    }

    String name() {
        return garden.name();
    }

    /** A hint: the repository with this record key may have moved. */
    void hint(String key, long offset) {
        due.add(key);
        oldestDue = Math.min(oldestDue, offset);
    }

    /** Every repository may have moved. */
    void allDue() {
        garden.repositories().forEach(repository -> due.add(RecordKeys.ofRepository(name(), repository.name())));
    }

    /** Repositories that wait to be looked at, and the look that goes on. */
    int waiting() {
        return due.size() + (running == null ? 0 : 1);
    }

    /** Offset of the oldest hint that is not followed up, or {@link #NONE}. */
    long oldest() {
        return Math.min(oldestDue, oldestRunning);
    }

    /** Notes the end of a look. */
    void collect(long now) {
        if (running != null && running.isDone()) {
            boolean failed = !succeeded(running);
            running = null;
            if (failed) {
                oldestDue = Math.min(oldestDue, oldestRunning);
                allDue();
                notBefore = now + RETRY_MILLIS;
            }
            oldestRunning = NONE;
        }
    }

    boolean canStart(long now) {
        return running == null && !due.isEmpty() && now >= notBefore;
    }

    /** Takes what is due, for {@link #start}. */
    SortedSet<String> take() {
        SortedSet<String> taken = new TreeSet<>(due);
        due.clear();
        oldestRunning = oldestDue;
        oldestDue = NONE;
        return taken;
    }

    /**
     * Begins a look.
     *
     * @param ledger gives the partition's ledger, taken over anew when it has to be; takes a while
     */
    void start(ExecutorService executor, Hints hints, Supplier<Ledger> ledger) {
        running = executor.submit(() -> look(hints, ledger));
    }

    /** Makes a look that goes on end soon, without committing what is half done. */
    void cancel() {
        work.cancel();
    }

    /** Waits for the end of the look, after {@link #cancel}, and lets everything go. */
    void stop(long millis) {
        Future<Boolean> last = running;
        if (last != null) {
            try {
                last.get(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                context.listener().failed(e);
            }
        }
        owner.close();
        work.close();
    }

    private boolean look(Hints hints, Supplier<Ledger> ledger) {
        try {
            waitForTurn();
            try {
                owner.ingest(hints, ledger.get());
            } finally {
                context.looks().release();
            }
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.warn("garden {} is worked off anew, because: {}", name(), e.toString());
            owner.close();
            context.listener().failed(e);
            return false;
        } catch (Error e) {
            // What it knows may lie behind what is committed.
            LOG.error("garden {} is worked off anew", name(), e);
            owner.close();
            throw e;
        }
    }

    private void waitForTurn() {
        try {
            while (!context.looks().tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
                work.checkCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted before the look began");
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
}
