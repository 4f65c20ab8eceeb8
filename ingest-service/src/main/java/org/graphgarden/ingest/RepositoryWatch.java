package org.graphgarden.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.graphgarden.git.AccessCode;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one repository: when it is due, the fetch that goes on beside everything else, and the head that came and waits to be
 * worked off. A hint that comes meanwhile makes it due once more. Only the poll loop calls it.
 */
final class RepositoryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RepositoryWatch.class);

    /** Hints do not make a host that failed be asked without a pause. */
    private static final long PAUSE_MILLIS = 1000;

    private final String garden;
    private final RepositorySource source;
    private final GardenOwner.IngestContext context;
    private final BareClone clone;
    private final Backoff backoff;
    private boolean hinted;
    private long hintOffset = GardenWork.NONE;
    private @Nullable Future<FetchOutcome> fetching;
    private long fetchBegan;
    private long fetchOffset = GardenWork.NONE;
    private FetchOutcome.@Nullable Head head;
    private long headOffset = GardenWork.NONE;
    private long nextLook;
    private long notBefore;
    private boolean tried;
    private int failures;
    private @Nullable AccessCode failing;

    RepositoryWatch(String garden, RepositorySource source, GardenOwner.IngestContext context) {
        this.garden = garden;
        this.source = source;
        this.context = context;
        this.clone = context.clones().of(garden, source);
        this.backoff = new Backoff(context.settings().pollInterval());
    }

    /** Record key of the repository. */
    String key() {
        return RecordKeys.ofRepository(garden, source.name());
    }

    /**
     * It may have moved.
     *
     * @param offset of the record that says so, or {@link GardenWork#NONE}
     */
    void hint(long offset) {
        hinted = true;
        hintOffset = Math.min(hintOffset, offset);
    }

    /** Notes the end of a fetch, and begins one when it is time. */
    void tick(long now, ExecutorService executor) {
        if (fetching != null && fetching.isDone()) {
            collect(fetching, now);
        }
        if (fetching == null && now >= (hinted ? notBefore : nextLook)) {
            FetchPlaces.Place place =
                    context.places().take(source.access().address().host(), failures > 0);
            if (place != null) {
                begin(place, now, executor);
            }
        }
    }

    boolean hasHead() {
        return head != null;
    }

    /** The head that came last, which is from now on the caller's to work off, with {@link #headOffset}. */
    FetchOutcome.@Nullable Head takeHead() {
        FetchOutcome.Head taken = head;
        head = null;
        return taken;
    }

    /** Offset of the oldest hint behind the head to be taken. */
    long takeHeadOffset() {
        long taken = headOffset;
        headOffset = GardenWork.NONE;
        return taken;
    }

    /** Offset of the oldest hint that is not followed up, but for those of heads that were taken, or NONE. */
    long oldest() {
        return Math.min(hintOffset, Math.min(fetchOffset, headOffset));
    }

    /** Whether there is nothing to do before the next look of its own accord. */
    boolean idle() {
        return !hinted && fetching == null && head == null;
    }

    /** Whether a fetch ended, well or not. */
    boolean tried() {
        return tried;
    }

    boolean fetching() {
        return fetching != null;
    }

    /** What was fetched could be read. */
    void succeeded() {
        if (failing != null) {
            LOG.info("{} can be read again", key());
        }
        failures = 0;
        failing = null;
        notBefore = 0;
    }

    /** What was fetched cannot be read, or nothing can be fetched. */
    void failed(AccessFailure failure, long now) {
        failures++;
        if (failing != failure.code()) {
            LOG.warn("{}: {}", key(), failure);
        }
        failing = failure.code();
        notBefore = now + PAUSE_MILLIS;
        nextLook = now
                + backoff.afterFailure(
                        failure.code(), failures, context.chance().getAsDouble());
    }

    private void begin(FetchPlaces.Place place, long now, ExecutorService executor) {
        hinted = false;
        fetchOffset = hintOffset;
        hintOffset = GardenWork.NONE;
        fetchBegan = now;
        fetching = executor.submit(() -> {
            try {
                return fetch();
            } finally {
                place.release();
            }
        });
    }

    private FetchOutcome fetch() {
        context.listener().fetching(garden, source.name());
        FetchOutcome outcome = clone.fetch(source.branch(), BareClone.GARDEN_BRANCHES);
        if (outcome instanceof FetchOutcome.Head found) {
            context.listener().fetched(garden, source.name(), found.commit());
        } else {
            context.listener().unreachable(garden, source.name(), ((FetchOutcome.Failed) outcome).failure());
        }
        return outcome;
    }

    private void collect(Future<FetchOutcome> finished, long now) {
        FetchOutcome outcome = outcome(finished);
        if (outcome instanceof FetchOutcome.Head found) {
            // Whether what was fetched can be read, the look at it has to tell.
            if (failing != AccessCode.CORRUPT) {
                succeeded();
            }
            head = found;
            headOffset = Math.min(headOffset, fetchOffset);
            nextLook = fetchBegan + backoff.afterSuccess(context.chance().getAsDouble());
        } else {
            failed(((FetchOutcome.Failed) outcome).failure(), now);
        }
        tried = true;
        fetching = null;
        fetchOffset = GardenWork.NONE;
    }

    private FetchOutcome outcome(Future<FetchOutcome> finished) {
        try {
            return finished.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FetchOutcome.failed(AccessCode.OTHER, "interrupted");
        } catch (ExecutionException e) {
            context.listener().failed(e);
            return FetchOutcome.failed(AccessCode.OTHER, String.valueOf(e.getCause()));
        }
    }
}
