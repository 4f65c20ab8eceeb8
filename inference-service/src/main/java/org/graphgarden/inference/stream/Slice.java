package org.graphgarden.inference.stream;

import java.time.Duration;

/**
 * Time for a piece of work. It looks at a clock itself: what Kafka Streams tells a processor as the current time is the time at
 * which the processor was called, and stands still until it returns.
 */
final class Slice {

    private final long end;

    private Slice(long end) {
        this.end = end;
    }

    /** One that begins now. */
    static Slice of(Duration length) {
        return new Slice(System.nanoTime() + length.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }
}
