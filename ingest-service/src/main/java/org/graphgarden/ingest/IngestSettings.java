package org.graphgarden.ingest;

import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.settings.Durations;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;

/**
 * What an operator chooses for ingest.
 *
 * @param pollInterval how long a repository is left alone when nothing hints that it moved, positive
 * @param fetchTimeout how long a silent host is waited for, one second at least
 * @param chunkSize most records of one transaction, 1 to 1,000
 * @param threads threads that read files, 1 or more
 */
public record IngestSettings(Duration pollInterval, Duration fetchTimeout, int chunkSize, int threads) {

    private static final String POLL_INTERVAL = "poll-interval";
    private static final String FETCH_TIMEOUT = "fetch-timeout";
    private static final String CHUNK_SIZE = "chunk-size";
    private static final String THREADS = "threads";
    private static final int MAX_CHUNK = 1000;

    /** How these settings are written. */
    public static final Section SECTION = Section.of(
            "ingest",
            "How repositories are watched and read.",
            new ConfigDef()
                    .define(
                            POLL_INTERVAL,
                            Type.STRING,
                            "3m",
                            Durations.between("1s", "7d"),
                            Importance.MEDIUM,
                            "How often a repository is looked at when nothing hints that it moved; up to a fifth sooner, by chance.")
                    .define(
                            FETCH_TIMEOUT,
                            Type.STRING,
                            "60s",
                            Durations.between("1s", "1h"),
                            Importance.LOW,
                            "How long a host that says nothing is waited for.")
                    .define(
                            CHUNK_SIZE,
                            Type.INT,
                            MAX_CHUNK,
                            Range.between(1, MAX_CHUNK),
                            Importance.LOW,
                            "Most records of one transaction. Smaller ones are seen sooner and cost more.")
                    .define(
                            THREADS,
                            Type.INT,
                            2,
                            Range.between(1, 64),
                            Importance.LOW,
                            "Threads that read files. More than there are cores are of no use."));

    public IngestSettings {
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("pollInterval is " + pollInterval + ", but has to be positive");
        }
        if (fetchTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException("fetchTimeout is " + fetchTimeout + ", but has to be 1 s or more");
        }
        if (chunkSize < 1 || chunkSize > MAX_CHUNK) {
            throw new IllegalArgumentException("chunkSize is " + chunkSize + ", not between 1 and " + MAX_CHUNK);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but has to be 1 or more");
        }
    }

    /** Reads checked settings of {@link #SECTION}. */
    public static IngestSettings of(Settings settings) {
        return new IngestSettings(
                settings.getDuration(POLL_INTERVAL),
                settings.getDuration(FETCH_TIMEOUT),
                settings.getInt(CHUNK_SIZE),
                settings.getInt(THREADS));
    }
}
