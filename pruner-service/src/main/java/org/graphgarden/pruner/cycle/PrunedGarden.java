package org.graphgarden.pruner.cycle;

import java.util.List;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;

/**
 * A garden as the pruner tends it.
 *
 * @param name name of the garden
 * @param sites its repositories; of two files with one slug the one of the earlier repository wins
 * @param policy thresholds and limits
 * @param publishing how commits are published
 */
public record PrunedGarden(String name, List<Site> sites, Policy policy, Publishing publishing) {
    public PrunedGarden {
        sites = List.copyOf(sites);
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("garden " + name + " needs a repository");
        }
    }
}
