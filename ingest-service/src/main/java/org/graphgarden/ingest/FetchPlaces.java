package org.graphgarden.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * How many repositories are fetched beside one another. Those that failed last time have places of their own, and no host gets
 * all of them: however many repositories keep silent until their time is up, those of other hosts do not wait for them.
 */
final class FetchPlaces {

    private static final int EACH = 8;
    private static final int PER_HOST = 4;

    private final Semaphore well = new Semaphore(EACH);
    private final Semaphore ailing = new Semaphore(EACH);
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /**
     * A place, to be released after the fetch, or null when all are taken.
     *
     * @param host who is asked; empty for a local path, of which any number may be
     */
    @Nullable Place take(String host, boolean failedBefore) {
        Semaphore some = failedBefore ? ailing : well;
        if (!some.tryAcquire()) {
            return null;
        }
        Semaphore ofHost = hosts.computeIfAbsent(host, key -> new Semaphore(host.isEmpty() ? EACH * 2 : PER_HOST));
        if (!ofHost.tryAcquire()) {
            some.release();
            return null;
        }
        return new Place(some, ofHost);
    }

    /** The right to fetch one repository. */
    record Place(Semaphore any, Semaphore ofHost) {
        void release() {
            ofHost.release();
            any.release();
        }
    }
}
