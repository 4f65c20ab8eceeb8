package org.graphgarden.inference.chat;

import java.time.Duration;
import java.util.Optional;
import org.graphgarden.inference.advice.Question;

/**
 * Asks another model again when what failed may pass, a few times. When questions fail one after another, the endpoint is left alone:
 * the rest fail at once, but for one a minute that looks whether it is back. So an endpoint that is gone costs a run seconds, not hours.
 */
final class PatientLanguageModel implements LanguageModel {
    static final int MOST_IN_A_ROW = 5;
    static final Duration SUSPENSION = Duration.ofMinutes(1);
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final LanguageModel model;
    private final int retries;
    private final Waiting waiting;
    private int failedInARow;
    private long nextLook;

    /**
     * A patient one.
     *
     * @param retries how often a question is asked again, 0 or more
     */
    PatientLanguageModel(LanguageModel model, int retries, Waiting waiting) {
        this.model = model;
        this.retries = retries;
        this.waiting = waiting;
    }

    @Override
    public Reply ask(Question question) throws InterruptedException {
        if (isSuspended()) {
            return new Reply.Failed(Failure.SUSPENDED);
        }
        Duration pause = FIRST_PAUSE;
        for (int left = retries; ; left--) {
            Reply reply = model.ask(question);
            Optional<Duration> wait = pause(reply, pause);
            if (wait.isEmpty() || left == 0 || hasFailedTooOften()) {
                note(reply);
                return reply;
            }
            waiting.sleep(wait.get());
            pause = pause.multipliedBy(2);
        }
    }

    /** How long to wait before asking again; empty when that would not help. */
    private static Optional<Duration> pause(Reply reply, Duration ours) {
        if (reply instanceof Reply.Failed failed && failed.failure().isPassing()) {
            Duration asked = failed.pause().orElse(ours);
            return Optional.of(asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE);
        }
        return Optional.empty();
    }

    private synchronized boolean hasFailedTooOften() {
        return failedInARow >= MOST_IN_A_ROW;
    }

    private synchronized boolean isSuspended() {
        if (failedInARow < MOST_IN_A_ROW) {
            return false;
        }
        long now = waiting.nanoTime();
        if (now - nextLook < 0) {
            return true;
        }
        nextLook = now + SUSPENSION.toNanos();
        return false;
    }

    private synchronized void note(Reply reply) {
        if (reply instanceof Reply.Answered) {
            failedInARow = 0;
        } else if (++failedInARow == MOST_IN_A_ROW) {
            nextLook = waiting.nanoTime() + SUSPENSION.toNanos();
        }
    }
}
