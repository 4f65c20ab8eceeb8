package org.graphgarden.git;

import java.time.Instant;

/**
 * What a commit says of itself.
 *
 * @param commit object id, 40 hexadecimal digits
 * @param author name of the author, never the e-mail address
 * @param time when it was committed
 * @param cycle value of its {@code Garden-Cycle:} trailer, or empty
 * @param cutOff whether its parents are missing because the clone is shallow
 */
public record CommitNote(String commit, String author, Instant time, String cycle, boolean cutOff) {

    /** Whether Graph Garden made it. */
    public boolean byGarden() {
        return !cycle.isEmpty();
    }
}
