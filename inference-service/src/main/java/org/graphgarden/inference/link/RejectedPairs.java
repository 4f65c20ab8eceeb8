package org.graphgarden.inference.link;

import org.graphgarden.feedback.Rejection;
import org.graphgarden.inference.profile.Profile;

/**
 * Tells pairs that a steward rejected, from whichever end and by slug or id, as long as the rejection holds. They are not proposed in
 * either direction.
 */
final class RejectedPairs {
    private RejectedPairs() {}

    /** @param confidence the pair's, which is the same from either end */
    static boolean contain(Profile left, Profile right, double confidence) {
        return rejects(left, right, confidence) || rejects(right, left, confidence);
    }

    private static boolean rejects(Profile source, Profile target, double confidence) {
        return source.feedback().links().stream()
                .anyMatch(link -> target.isNamed(link.target()) && Rejection.holds(link.confidence(), confidence));
    }
}
