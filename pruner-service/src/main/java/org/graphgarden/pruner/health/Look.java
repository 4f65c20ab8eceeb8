package org.graphgarden.pruner.health;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Policy;

/**
 * A garden at one moment, with what is known beside its files.
 *
 * @param garden its sections
 * @param policy limits and the refresh age
 * @param enriched what inference says, in any order; nothing when it was not asked
 * @param date the day on which it is looked at
 * @param refused reason code of each file that is left alone, in any order
 * @param nearDuplicates what inference found; empty also when it was not asked
 */
public record Look(
        GardenState garden,
        Policy policy,
        Collection<Enriched> enriched,
        LocalDate date,
        List<String> refused,
        SortedSet<NearDuplicates> nearDuplicates) {
    public Look {
        refused = List.copyOf(refused);
        nearDuplicates = new TreeSet<>(nearDuplicates);
    }

    /** The same moment of another state of the garden. */
    public Look at(GardenState other) {
        return new Look(other, policy, enriched, date, refused, nearDuplicates);
    }
}
