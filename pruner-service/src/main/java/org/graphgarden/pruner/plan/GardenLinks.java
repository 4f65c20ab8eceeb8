package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.graphgarden.format.LinkEntry;

/** Decides about the links of a whole garden. */
final class GardenLinks {
    private GardenLinks() {}

    /**
     * What becomes of the links of each section, by slug.
     *
     * @param open the sections that may be revised
     * @param enriched what inference says, by slug
     */
    static Map<String, Outcome<LinkEntry>> plan(
            GardenState garden, Policy policy, Collection<SectionState> open, Map<String, Enriched> enriched) {
        Map<String, Outcome<LinkEntry>> outcomes = new HashMap<>();
        for (SectionState section : open) {
            outcomes.put(section.slug(), LinkPlanner.plan(garden, policy, section, enriched.get(section.slug())));
        }
        return outcomes;
    }
}
