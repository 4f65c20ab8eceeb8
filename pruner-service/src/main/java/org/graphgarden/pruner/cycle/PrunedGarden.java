package org.graphgarden.pruner.cycle;

import java.util.List;
import java.util.Map;
import org.graphgarden.pruner.forge.PullRequests;
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
 * @param requests who keeps a repository's pull request, by its name; those without one have none
 */
public record PrunedGarden(
        String name, List<Site> sites, Policy policy, Publishing publishing, Map<String, PullRequests> requests) {
    public PrunedGarden {
        sites = List.copyOf(sites);
        requests = Map.copyOf(requests);
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("garden " + name + " needs a repository");
        }
    }

    /** Without pull requests. */
    public PrunedGarden(String name, List<Site> sites, Policy policy, Publishing publishing) {
        this(name, sites, policy, publishing, Map.of());
    }
}
