package org.graphgarden.feedback;

import org.jspecify.annotations.Nullable;

/** How long a rejected link stays rejected. Inference and pruner ask the same, so neither proposes what the other refuses. */
public final class Rejection {
    /** By so much a link has to be surer than it was when it was rejected. */
    public static final double NEW_EVIDENCE = 0.15;

    /** What a rejected link without a confidence counts as: only certainty outweighs it. */
    private static final double UNKNOWN = 1 - NEW_EVIDENCE;

    /** Confidences are told apart to six decimals, as events carry them. */
    private static final double STEPS = 1e6;

    private Rejection() {}

    /**
     * Whether nothing that is known now outweighs the rejection. It speaks of the pair: ask it for either direction.
     *
     * @param rejectedAt confidence that the file gave the link when it was rejected, 0 to 1; null when it gave none
     * @param confidence the pair's calibrated confidence now, 0 to 1
     */
    public static boolean holds(@Nullable Double rejectedAt, double confidence) {
        double gained = confidence - (rejectedAt == null ? UNKNOWN : rejectedAt);
        return Math.rint(gained * STEPS) < NEW_EVIDENCE * STEPS;
    }
}
