package org.graphgarden.ingest;

import java.time.Duration;
import org.graphgarden.git.AccessCode;

/**
 * When a repository is looked at next. Pure: chance comes from outside.
 *
 * @param interval between looks that succeed, positive
 */
record Backoff(Duration interval) {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_INTERVALS = 10;
    private static final int MOST_DOUBLINGS = 20;

    /** Share of a pause that chance takes away, so that repositories of one host do not stay in step. */
    private static final double JITTER = 0.2;

    /**
     * Milliseconds from the beginning of a look that succeeded to the next; never more than the interval.
     *
     * @param chance between 0 and 1
     */
    long afterSuccess(double chance) {
        return jittered(interval.toMillis(), chance);
    }

    /**
     * Milliseconds from the end of a look that failed to the next. What may pass by itself is tried again after seconds, then after
     * twice as long each time up to the interval; what somebody has to mend after the interval, then after twice as long each time
     * up to ten intervals or half an hour. What is damaged is fetched anew after seconds, once: the damage may be in the clone alone.
     *
     * @param failures how many looks failed in a row, 1 or more
     * @param chance between 0 and 1
     */
    long afterFailure(AccessCode code, int failures, double chance) {
        long most = interval.toMillis();
        long first = Math.min(FIRST.toMillis(), most);
        boolean mendsItself = code == AccessCode.CORRUPT && failures == 1;
        if (!code.passing() && !mendsItself) {
            first = most;
            most = Math.max(most, Math.min(LONGEST.toMillis(), MOST_INTERVALS * most));
        }
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        return jittered(Math.min(most, first << doublings), chance);
    }

    private static long jittered(long millis, double chance) {
        return Math.max(1, Math.round(millis * (1 - JITTER * chance)));
    }
}
