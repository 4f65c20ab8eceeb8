package org.graphgarden.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a long push only as fast as it is profiled: about half a second's work is ahead, so an edit in another garden waits
 * that long at most, while whoever profiles never runs dry. When nothing has been profiled for a while it does not wait any
 * longer, until that goes on: what Git says is written down whether or not somebody reads it.
 */
final class ProfilePace implements Pace {

    /** Changes that may be ahead before it is known how fast they are profiled; a push that is no longer never waits. */
    static final int START = 32;

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ProfilePace.class);
    private static final int MOST = 1000;
    private static final double SECONDS_AHEAD = 0.5;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final double NANOS = 1e9;

    private final String garden;
    private final Profiled profiled;
    private final Timer timer;
    private final Deque<RecordMetadata> ahead = new ArrayDeque<>();
    private boolean begun;
    private boolean away;
    private long lastSign;
    private long lastRoom;
    private int done;
    private double rate;

    /** How far changes are profiled. */
    interface Profiled {
        /** The offset behind the last profiled change of each partition; partitions without one, or all, may be missing. */
        Map<TopicPartition, Long> offsets();
    }

    /** Passes the time. */
    interface Timer {
        long nanos();

        void pause(Duration time);
    }

    ProfilePace(String garden, Profiled profiled, Timer timer) {
        this.garden = garden;
        this.profiled = profiled;
        this.timer = timer;
    }

    @Override
    public int room(Runnable check) {
        if (!begun) {
            begun = true;
            lastRoom = timer.nanos();
            return START;
        }
        while (true) {
            check.run();
            tickOff();
            int free = window() - ahead.size();
            if (free >= window() / 2) {
                measure();
                return free;
            }
            if (away || timer.nanos() - lastSign > PATIENCE.toNanos()) {
                giveUp();
                return MOST;
            }
            timer.pause(PAUSE);
        }
    }

    @Override
    public void wrote(List<RecordMetadata> changes) {
        ahead.addAll(changes);
        lastSign = timer.nanos();
    }

    private void tickOff() {
        Map<TopicPartition, Long> offsets = profiled.offsets();
        int before = ahead.size();
        ahead.removeIf(change ->
                change.offset() < offsets.getOrDefault(new TopicPartition(change.topic(), change.partition()), 0L));
        if (ahead.size() < before) {
            done += before - ahead.size();
            lastSign = timer.nanos();
            away = false;
        }
    }

    /** Changes that are profiled in the time that may be ahead, as fast as it went lately. */
    private int window() {
        return (int) Math.max(START, Math.min(MOST, rate * SECONDS_AHEAD));
    }

    private void measure() {
        long now = timer.nanos();
        if (done > 0) {
            double lately = done * NANOS / Math.max(1, now - lastRoom);
            rate = rate == 0 ? lately : (rate + lately) / 2;
        }
        done = 0;
        lastRoom = now;
    }

    private void giveUp() {
        if (!away) {
            LOG.warn(
                    "garden {} is written on, though none of its changes was profiled for {} s",
                    garden,
                    PATIENCE.toSeconds());
            away = true;
        }
    }
}
