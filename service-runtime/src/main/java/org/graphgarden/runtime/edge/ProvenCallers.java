package org.graphgarden.runtime.edge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Addresses from which somebody showed a token or signed within the last day, long enough for a library that is pushed to once
 * a day. Remembers a bounded number of them, those that did so last. Safe for several threads.
 */
final class ProvenCallers {

    /** Some hundred bytes each. */
    static final int MOST_ADDRESSES = 1_000;

    private static final long VALID_NANOS = Duration.ofDays(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<String, Long> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** @param nanoTime time in nanoseconds from any beginning */
    ProvenCallers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Somebody there knows a secret. */
    synchronized void knew(String caller) {
        seen.put(caller, nanoTime.getAsLong());
    }

    /** Whether somebody there knew one of late. */
    synchronized boolean isOne(String caller) {
        Long at = seen.get(caller);
        return at != null && nanoTime.getAsLong() - at <= VALID_NANOS;
    }
}
