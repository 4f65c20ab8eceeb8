package org.graphgarden.ingest;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * How many repositories are fetched beside one another. Those that failed last time have places of their own: however many of them
 * keep silent until their time is up, the others do not wait for them.
 */
final class FetchPlaces {

    private static final int EACH = 8;

    private final Semaphore well = new Semaphore(EACH);
    private final Semaphore ailing = new Semaphore(EACH);

    /** A place, to be released after the fetch, or null when all are taken. */
    @Nullable Semaphore take(boolean failedBefore) {
        Semaphore places = failedBefore ? ailing : well;
        return places.tryAcquire() ? places : null;
    }
}
