package org.graphgarden.ingest.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** When a request was signed, as it says: seconds since 1970-01-01 UTC in digits. */
final class Timestamp {

    /** How far the sender's clock may be from ours, to either side. Who listens in can repeat a request so long. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private Timestamp() {}

    /** Whether it is a time at all. */
    static boolean isOne(String seconds) {
        return SECONDS.matcher(seconds).matches();
    }

    /** Whether a time is near enough to now. */
    static boolean isNear(String seconds, Instant now) {
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
        return apart.abs().compareTo(TOLERANCE) <= 0;
    }
}
