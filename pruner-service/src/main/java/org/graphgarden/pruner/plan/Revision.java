package org.graphgarden.pruner.plan;

import java.util.List;
import org.graphgarden.format.GardenSection;

/**
 * The difference a cycle makes to one section.
 *
 * @param slug slug of the pattern
 * @param repository name of the repository
 * @param path path inside the repository
 * @param section the section as it is to stand; entries with an origin in the file replace what stands there, and those
 *     that equal it keep their bytes
 * @param decisions every difference with its cause, in the order of the lists; never empty
 * @param kept number of entries that keep their bytes
 */
public record Revision(
        String slug, String repository, String path, GardenSection section, List<Decision> decisions, int kept) {

    public Revision {
        decisions = List.copyOf(decisions);
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("a revision needs a decision: " + slug);
        }
    }

    /** Whether nothing but the date changes. */
    public boolean refreshOnly() {
        return decisions.stream().allMatch(decision -> decision.action() == Action.REFRESH);
    }

    int worth() {
        return decisions.stream().mapToInt(decision -> decision.cause().worth()).sum();
    }
}
