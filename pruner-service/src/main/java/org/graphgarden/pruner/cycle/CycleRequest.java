package org.graphgarden.pruner.cycle;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.pruner.health.Beside;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.publish.CycleMark;

/**
 * What one cycle is to do.
 *
 * @param mark what tells it from others
 * @param cut commit by repository up to which everything is inferred; a repository that is missing has no known cut
 * @param enriched what inference says, in any order
 * @param feedback what stewards' edits say up to the cut
 * @param dryRun whether to write nothing to Git
 * @param beside what is known beside, to tell how the garden stands
 */
public record CycleRequest(
        CycleMark mark,
        Map<String, String> cut,
        Collection<Enriched> enriched,
        Feedback feedback,
        boolean dryRun,
        Beside beside) {
    public CycleRequest {
        cut = new TreeMap<>(cut);
    }

    /** A request of which nothing is known beside. */
    public CycleRequest(
            CycleMark mark, Map<String, String> cut, Collection<Enriched> enriched, Feedback feedback, boolean dryRun) {
        this(mark, cut, enriched, feedback, dryRun, Beside.NOTHING);
    }
}
