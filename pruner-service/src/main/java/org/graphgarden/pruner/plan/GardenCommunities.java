package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.graphgarden.format.CommunityEntry;

/** Decides about the communities of a whole garden. */
final class GardenCommunities {
    private GardenCommunities() {}

    /**
     * What becomes of the communities of each section, by slug.
     *
     * @param open the sections that may be revised
     * @param enriched what inference says, by slug
     */
    static Map<String, Outcome<CommunityEntry>> plan(
            GardenState garden, Policy policy, Collection<SectionState> open, Map<String, Enriched> enriched) {
        ListFiller<CommunityEntry> filler = ListFiller.communities();
        Map<String, Outcome<CommunityEntry>> outcomes = new HashMap<>();
        for (SectionState section : open) {
            outcomes.put(
                    section.slug(),
                    filler.fill(
                            section.section().communities(),
                            Enriched.of(enriched, section.slug()).communities(),
                            policy.communitiesPerPattern(),
                            Set.of(),
                            garden.wishes(section.slug())));
        }
        return outcomes;
    }
}
