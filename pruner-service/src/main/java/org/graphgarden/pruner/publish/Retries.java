package org.graphgarden.pruner.publish;

import java.time.Duration;

/**
 * Counts attempts to publish, and waits between them. Trouble is waited out, each time twice as long. A push that somebody
 * else's came before is no trouble: on a branch that many push to it happens often, and waiting long does not make it rarer.
 */
final class Retries {
    /** A lost race costs little, so there may be so many for each attempt. */
    private static final int RACES_PER_ATTEMPT = 25;
    /** From this one on there is no time to plan anew. */
    private static final int HURRIED = 2;

    /** Part of the first pause that lies between races: just enough to be out of step with others. */
    private static final double SHORT = 0.1;

    private static final int MOST_DOUBLINGS = 10;

    private final Publishing publishing;
    private final Surroundings surroundings;
    private int troubles;
    private int races;

    Retries(Publishing publishing, Surroundings surroundings) {
        this.publishing = publishing;
        this.surroundings = surroundings;
    }

    /** Whether so many races were lost that the next attempt should make do with what is planned. */
    boolean hurried() {
        return races >= HURRIED;
    }

    /** Whether there is another attempt behind one that ended like this; waits until it is due. */
    boolean another(Outcome outcome) {
        boolean race = outcome == Outcome.PUSH_REJECTED;
        int count = race ? ++races : ++troubles;
        int most = publishing.attempts() - 1;
        if (count > (race ? most * RACES_PER_ATTEMPT : most)) {
            return false;
        }
        wait(race ? SHORT : 1L << Math.min(count - 1, MOST_DOUBLINGS));
        return !Thread.currentThread().isInterrupted();
    }

    private void wait(double pauses) {
        double spread = 0.5 + surroundings.random().nextDouble();
        surroundings
                .pause()
                .await(Duration.ofMillis(Math.round(publishing.firstPause().toMillis() * pauses * spread)));
    }
}
