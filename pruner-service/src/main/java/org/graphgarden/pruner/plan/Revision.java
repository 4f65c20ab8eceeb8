package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * The difference a cycle makes to one section.
 *
 * @param slug slug of the pattern
 * @param repository name of the repository
 * @param path path inside the repository
 * @param lastPruned what {@code last_pruned} becomes
 * @param entities the whole list as it is to stand
 * @param communities the whole list as it is to stand
 * @param links the whole list as it is to stand
 * @param decisions every difference with its cause, in the order of the lists; never empty
 */
public record Revision(
        String slug,
        String repository,
        String path,
        LocalDate lastPruned,
        List<Slot<EntityEntry>> entities,
        List<Slot<CommunityEntry>> communities,
        List<Slot<LinkEntry>> links,
        List<Decision> decisions) {

    public Revision {
        entities = List.copyOf(entities);
        communities = List.copyOf(communities);
        links = List.copyOf(links);
        decisions = List.copyOf(decisions);
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("a revision needs a decision: " + slug);
        }
    }

    /** Whether nothing but the date changes. */
    public boolean refreshOnly() {
        return decisions.stream().allMatch(decision -> decision.action() == Action.REFRESH);
    }

    /** Number of entries that keep their bytes. */
    public int kept() {
        return kept(entities) + kept(communities) + kept(links);
    }

    int worth() {
        return decisions.stream().mapToInt(decision -> decision.cause().worth()).sum();
    }

    private static <T> int kept(List<Slot<T>> slots) {
        return (int) slots.stream().filter(slot -> !slot.changed()).count();
    }
}
