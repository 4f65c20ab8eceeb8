package org.graphgarden.runtime.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often an address may be refused for want of a token or a signature before it is not listened to for a while. Remembers a
 * bounded number of addresses, those that failed last: who can send from more than that is slowed down by nothing of this kind.
 * Safe for several threads.
 */
final class FailureLimit {

    /** Some hundred bytes each. */
    static final int MOST_ADDRESSES = 10_000;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, TokenBucket> failing = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /**
     * Nobody has failed yet.
     *
     * @param perMinute failures in a minute, 0 for any number
     * @param nanoTime time in nanoseconds from any beginning
     */
    FailureLimit(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /** Whether an address has failed so often that it is not listened to. */
    synchronized boolean isReached(String address) {
        TokenBucket bucket = failing.get(address);
        return bucket != null && bucket.isEmpty();
    }

    /** Counts a failure. */
    synchronized void failed(String address) {
        failing.computeIfAbsent(address, any -> new TokenBucket(perMinute, nanoTime))
                .take();
    }

    /** How many addresses are remembered. */
    synchronized int size() {
        return failing.size();
    }
}
