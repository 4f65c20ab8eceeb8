package org.graphgarden.ingest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.ingest.read.BlobWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on one garden: its repositories, each fetched for itself, and the look that works off the heads that came, one at a time,
 * beside the poll loop. Gardens do not wait for one another, nor for a repository that keeps silent. When a look fails, the garden forgets what it knows and begins anew from what is committed, as a new
 * owner would. Only the poll loop calls it.
 */
final class GardenWork {

    /** Stands for no hint. */
    static final long NONE = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(GardenWork.class);
    private static final long RETRY_MILLIS = 1000;
    private static final long MOST_RETRY_MILLIS = 5000;
    private static final long TOGETHER_MILLIS = 10_000;
    private static final long TURN_MILLIS = 100;

    private final GardenSource garden;
    private final GardenOwner.IngestContext context;
    private final BlobWork work;
    private final GardenOwner owner;
    private final SortedMap<String, RepositoryWatch> repositories = new TreeMap<>();
    private final SortedSet<String> taken = new TreeSet<>();
    private final AskedFiles asked = new AskedFiles();
    private long oldestRunning = NONE;
    private long notBefore;
    private long began;
    private int failures;
    private @Nullable Future<SortedMap<String, AccessFailure>> running;

    GardenWork(GardenSource garden, GardenOwner.IngestContext context) {
        this.garden = garden;
        this.context = context;
        this.work = new BlobWork(context.settings().threads());
        this.owner = new GardenOwner(garden, context, work);
        for (RepositorySource source : garden.repositories()) {
            RepositoryWatch watch = new RepositoryWatch(garden.name(), source, context);
            repositories.put(watch.key(), watch);
        }
    }

    String name() {
        return garden.name();
    }

    /** A hint: the repository with this record key may have moved, or a file of it is to be read again. */
    void hint(String key, Optional<FileHint> file, long offset) {
        RepositoryWatch watch = repositories.get(key);
        if (watch != null) {
            watch.hint(offset);
            file.ifPresent(each -> asked.ask(key, each, offset));
        }
    }

    /** Heads that wait to be worked off, and the look that goes on. What is being fetched has time limits of its own. */
    int waiting() {
        int heads = (int)
                repositories.values().stream().filter(RepositoryWatch::hasHead).count();
        return heads + (running == null ? 0 : 1);
    }

    /** Whether nothing goes on, and nothing is about to. */
    boolean idle() {
        return running == null && repositories.values().stream().allMatch(RepositoryWatch::idle);
    }

    /** Whether something is being fetched. */
    boolean fetching() {
        return repositories.values().stream().anyMatch(RepositoryWatch::fetching);
    }

    /** Offset of the oldest hint that is not followed up, but for those that the look which goes on follows up; or {@link #NONE}. */
    long oldestWaiting() {
        return repositories.values().stream()
                .mapToLong(RepositoryWatch::oldest)
                .min()
                .orElse(NONE);
    }

    /** Offset of the oldest hint that is not followed up, or {@link #NONE}. */
    long oldest() {
        return Math.min(Math.min(oldestWaiting(), oldestRunning), asked.oldest());
    }

    /** Notes the ends of fetches and of the look, and begins fetches when it is time. */
    void tick(long now, ExecutorService executor) {
        if (running != null && running.isDone()) {
            collect(running, now);
            running = null;
            taken.clear();
            oldestRunning = NONE;
        }
        repositories.values().forEach(watch -> watch.tick(now, executor));
    }

    boolean canStart(long now) {
        return running == null
                && now >= notBefore
                && repositories.values().stream().anyMatch(RepositoryWatch::hasHead)
                && (together(now) || repositories.values().stream().allMatch(RepositoryWatch::tried));
    }

    /** At first the repositories are waited for, so that those that share slugs are imported in their order; but not for long. */
    private boolean together(long now) {
        if (began == 0) {
            began = now;
        }
        return now >= began + TOGETHER_MILLIS;
    }

    /** Takes the heads that came, for {@link #start}. */
    SortedMap<String, FetchOutcome.Head> take() {
        SortedMap<String, FetchOutcome.Head> heads = new TreeMap<>();
        repositories.forEach((key, watch) -> {
            FetchOutcome.Head head = watch.takeHead();
            if (head != null) {
                heads.put(key, head);
                oldestRunning = Math.min(oldestRunning, watch.takeHeadOffset());
            }
        });
        taken.addAll(heads.keySet());
        return heads;
    }

    /** Files that were asked for, of the repositories whose heads were taken. */
    Map<String, List<FileHint>> takeAsked() {
        return asked.take(taken);
    }

    /** Offset of the oldest record that asks for a file which is not read again yet, or {@link #NONE}. */
    long oldestAsked() {
        return asked.oldest();
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
        Future<?> last = running;
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

    /** Gives the repositories that turned out not to be readable. */
    private SortedMap<String, AccessFailure> look(Hints hints, Supplier<Ledger> ledger) {
        waitForTurn();
        try {
            return owner.ingest(hints, ledger.get());
        } catch (RuntimeException | Error e) {
            // What it knows may lie behind what is committed.
            owner.close();
            throw e;
        } finally {
            context.looks().release();
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

    private void collect(Future<SortedMap<String, AccessFailure>> finished, long now) {
        try {
            SortedMap<String, AccessFailure> unreadable = finished.get();
            failures = 0;
            asked.done(unreadable.keySet());
            for (RepositoryWatch watch : repositories.values()) {
                AccessFailure failure = unreadable.get(watch.key());
                if (failure != null) {
                    watch.failed(failure, now);
                } else if (taken.contains(watch.key())) {
                    watch.succeeded();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            again(now);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (!(cause instanceof CancellationException)) {
                LOG.warn("garden {} is worked off anew, because: {}", name(), cause.toString());
                context.listener().failed(cause);
            }
            again(now);
        }
    }

    private void again(long now) {
        asked.again();
        repositories.values().stream()
                .filter(watch -> taken.contains(watch.key()))
                .forEach(watch -> watch.hint(oldestRunning));
        notBefore = now + Math.min(MOST_RETRY_MILLIS, RETRY_MILLIS << Math.min(failures, 10));
        failures++;
    }
}
