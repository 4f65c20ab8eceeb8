package org.graphgarden.runtime.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How old pushes are on their way to one stage: {@link PipelineMeters#PUSH_AGE} and {@link PipelineMeters#PUSH_LATENCY}. Knows
 * of pushes since the program began. Safe for several threads.
 */
public final class PushAges {

    /** What is forgotten first when a stage does not come up: beyond this only the age of the oldest matters. */
    private static final int MOST = 1000;

    private final Meters meters;
    private final Clock clock;
    private final String stage;
    private final Map<Place, Waiting> places = new ConcurrentHashMap<>();

    /** @param stage value of the tag */
    public PushAges(Meters meters, Clock clock, String stage) {
        this.meters = meters;
        this.clock = clock;
        this.stage = stage;
    }

    private record Place(String garden, String repository) {}

    /** Pushes that wait, by sequence, and the last one that came through. */
    private static final class Waiting {
        private final NavigableMap<Long, Instant> since = new TreeMap<>();
        private long through = -1;
    }

    /** A push sets out. */
    public void waits(String garden, String repository, long sequence, Instant since) {
        Waiting waiting = at(garden, repository);
        synchronized (waiting) {
            if (sequence > waiting.through && waiting.since.size() < MOST) {
                waiting.since.putIfAbsent(sequence, since);
            }
        }
    }

    /** Everything up to this sequence has come to the stage. */
    public void reached(String garden, String repository, long sequence) {
        Waiting waiting = at(garden, repository);
        synchronized (waiting) {
            NavigableMap<Long, Instant> reached = waiting.since.headMap(sequence, true);
            reached.values().forEach(since -> meters.timer(PipelineMeters.PUSH_LATENCY, garden, repository, stage)
                    .record(age(since)));
            reached.clear();
            waiting.through = Math.max(waiting.through, sequence);
        }
    }

    private Waiting at(String garden, String repository) {
        return places.computeIfAbsent(new Place(garden, repository), place -> {
            Waiting waiting = new Waiting();
            meters.gauge(PipelineMeters.PUSH_AGE, () -> oldest(waiting), garden, repository, stage);
            return waiting;
        });
    }

    private double oldest(Waiting waiting) {
        synchronized (waiting) {
            return waiting.since.values().stream()
                    .mapToDouble(since -> age(since).toMillis() / 1000.0)
                    .max()
                    .orElse(0);
        }
    }

    private Duration age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
