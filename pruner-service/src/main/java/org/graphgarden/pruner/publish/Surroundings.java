package org.graphgarden.pruner.publish;

import java.time.Clock;
import java.util.Random;

/**
 * What a cycle takes from the world beside its repositories.
 *
 * @param clock time of commits and reports
 * @param random varies the pauses between attempts to push
 * @param pause waits between them
 * @param stop when to give up
 */
public record Surroundings(Clock clock, Random random, Pause pause, StopSign stop) {
    /** The system's clock and real pauses; nothing stops it. */
    public static Surroundings real() {
        return new Surroundings(Clock.systemUTC(), new Random(), Pause.sleeping(), StopSign.NEVER);
    }

    /** The same, given up when the sign is raised; pauses end soon after. */
    public Surroundings until(StopSign sign) {
        return new Surroundings(clock, random, pause.until(sign), sign);
    }
}
