package org.graphgarden.runtime.edge;

import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sends callers away who are refused for want of a token or a signature again and again, or who want too many places at a time.
 * Who knew a secret of late is always listened to: forges send everybody's deliveries from the same few addresses, and a
 * stranger's failures there must not shut out ours.
 */
final class Gatekeeper {

    private static final int UNAUTHORIZED = 401;
    private static final int REDIRECTION = 300;
    /** Broken off, too slow, too long: what ends before anybody could see whether it was signed. */
    private static final Set<Integer> BEFORE_THE_SIGNATURE = Set.of(400, 408, 413);

    private static final String SOON = "1";

    private final FailureLimit failures;
    private final ProvenCallers proven;
    private final Places places;
    private final EdgeMetrics metrics;
    private final String retrySeconds;

    /** @param nanoTime time in nanoseconds from any beginning */
    Gatekeeper(EdgeSettings settings, EdgeMetrics metrics, LongSupplier nanoTime) {
        this.failures = new FailureLimit(settings.failuresPerMinute(), nanoTime);
        this.proven = new ProvenCallers(nanoTime);
        this.places = new Places(settings.threads() / 2);
        this.metrics = metrics;
        this.retrySeconds = Integer.toString(new TokenBucket(settings.failuresPerMinute(), nanoTime).secondsToNext());
    }

    /**
     * The answer to a caller, who may not be listened to; then nothing of the request is read.
     *
     * @param next answers the request
     */
    Answer answer(String caller, Route route, Supplier<Answer> next) {
        if (proven.isOne(caller)) {
            return watched(caller, route, next);
        }
        if (failures.isReached(caller)) {
            return away("too many requests of yours were refused", retrySeconds);
        }
        if (!places.enter(caller)) {
            return away("too many requests of yours at a time", SOON);
        }
        try {
            return watched(caller, route, next);
        } finally {
            places.leave(caller);
        }
    }

    private Answer watched(String caller, Route route, Supplier<Answer> next) {
        Answer answer = next.get();
        if (answer.status() < REDIRECTION) {
            proven.knew(caller);
        } else if (isFailure(route, answer.status())) {
            failures.failed(caller);
        }
        return answer;
    }

    private static boolean isFailure(Route route, int status) {
        return status == UNAUTHORIZED || (route.access() == Route.Access.OPEN && BEFORE_THE_SIGNATURE.contains(status));
    }

    private Answer away(String why, String seconds) {
        Answer answer = Answer.line(429, why).with("Retry-After", seconds).closing();
        metrics.refused(answer.status());
        return answer;
    }
}
