package org.graphgarden.pruner.cycle;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
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
 */
public record CycleRequest(
        CycleMark mark, Map<String, String> cut, Collection<Enriched> enriched, Feedback feedback, boolean dryRun) {
    public CycleRequest {
        cut = new TreeMap<>(cut);
    }
}
