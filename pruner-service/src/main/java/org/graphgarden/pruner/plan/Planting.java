package org.graphgarden.pruner.plan;

import org.graphgarden.pruner.plan.Enriched.Candidate;

/**
 * A link that is to be planted.
 *
 * @param link the link
 * @param action {@link Action#PLANT} or {@link Action#RECIPROCATE}
 */
record Planting(Candidate link, Action action) {
    Cause cause() {
        return action == Action.RECIPROCATE ? Cause.OTHER_END_LACKS_IT : Cause.ABOVE_PLANT_THRESHOLD;
    }
}
