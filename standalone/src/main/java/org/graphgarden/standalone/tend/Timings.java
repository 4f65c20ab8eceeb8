package org.graphgarden.standalone.tend;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Measures the stages of a run and passes what happens on to a display. Safe for concurrent use. */
final class Timings {
    private final Progress display;
    private final LongSupplier nanoTime;
    private final Map<Stage, Long> began = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> took = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> done = new EnumMap<>(Stage.class);
    private long lastMove;

    Timings(Progress display, LongSupplier nanoTime) {
        this.display = display;
        this.nanoTime = nanoTime;
        this.lastMove = nanoTime.getAsLong();
    }

    /** Begins a stage, unless it has begun. */
    synchronized void begin(Stage stage) {
        if (began.putIfAbsent(stage, touch()) == null) {
            display.begin(stage);
        }
    }

    /** Notes how far a stage is; begins it if need be and never goes back. */
    synchronized void update(Stage stage, long count, long total) {
        begin(stage);
        if (count > done.getOrDefault(stage, -1L) && !took.containsKey(stage)) {
            touch();
            done.put(stage, count);
            display.update(stage, count, total);
        }
    }

    /** Something moved that no stage counts. */
    synchronized void move() {
        touch();
    }

    /** Counts one more thing done. */
    synchronized void step(Stage stage, long total) {
        update(stage, done.getOrDefault(stage, 0L) + 1, total);
    }

    /** Ends a stage, unless it has ended. */
    synchronized void end(Stage stage, String outcome) {
        begin(stage);
        long millis = TimeUnit.NANOSECONDS.toMillis(touch() - began.getOrDefault(stage, 0L));
        if (took.putIfAbsent(stage, millis) == null) {
            display.end(stage, outcome, millis);
        }
    }

    /** Milliseconds since anything last moved. */
    synchronized long idleMillis() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - lastMove);
    }

    /** Milliseconds each ended stage took. */
    synchronized Map<Stage, Long> millis() {
        return Collections.unmodifiableMap(new EnumMap<>(took));
    }

    private long touch() {
        lastMove = nanoTime.getAsLong();
        return lastMove;
    }
}
