package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.pruner.community.Communities;
import org.graphgarden.pruner.community.Member;
import org.graphgarden.pruner.community.Tie;

/**
 * Decides about the communities of a whole garden, from the entities and links that stand when the cycle is done. So a plan that
 * was applied finds the same communities; and as what they are called depends on what stands, lists are filled until nothing is
 * left to fill: what the next cycle would add is added now.
 */
final class GardenCommunities {
    private final GardenState garden;
    private final Policy policy;
    private final Collection<SectionState> open;
    private final Map<String, Enriched> enriched;
    private final ListFiller<CommunityEntry> filler;

    /**
     * @param open the sections that may be revised
     * @param enriched what inference says, by slug
     */
    GardenCommunities(
            GardenState garden, Policy policy, Collection<SectionState> open, Map<String, Enriched> enriched) {
        this.garden = garden;
        this.policy = policy;
        this.open = open;
        this.enriched = enriched;
        this.filler = ListFiller.communities(policy.scope().decisions());
    }

    /**
     * What becomes of the communities of each open section, by slug.
     *
     * @param entities what becomes of the entities of open sections, by slug
     * @param links what becomes of their links
     */
    Map<String, Outcome<CommunityEntry>> plan(
            Map<String, Outcome<EntityEntry>> entities, Map<String, Outcome<LinkEntry>> links) {
        SortedMap<String, List<CommunityEntry>> standing = standing();
        Map<String, Outcome<CommunityEntry>> outcomes = new HashMap<>();
        for (SectionState section : open) {
            outcomes.put(section.slug(), fill(section, standing, said(section)));
        }
        if (policy.limits().communitiesPerPattern() == 0
                || !policy.scope().decisions().plants()) {
            return outcomes;
        }
        Communities communities = Communities.of(members(entities), ties(links));
        boolean grown = true;
        while (grown) {
            outcomes.forEach((slug, outcome) -> standing.put(slug, outcome.entries()));
            SortedMap<String, List<CommunityEntry>> named =
                    communities.named(standing, policy.limits().communitiesPerPattern());
            grown = false;
            for (SectionState section : open) {
                List<CommunityEntry> offered = further(
                        named.getOrDefault(section.slug(), List.of()),
                        standing.getOrDefault(section.slug(), List.of()));
                if (offered.isEmpty()) {
                    continue;
                }
                Outcome<CommunityEntry> more = fill(section, standing, offered);
                if (!more.decisions().isEmpty()) {
                    outcomes.merge(section.slug(), more, GardenCommunities::followedBy);
                    grown = true;
                }
            }
        }
        return outcomes;
    }

    private static List<CommunityEntry> further(List<CommunityEntry> offered, List<CommunityEntry> standing) {
        return offered.stream()
                .filter(entry -> standing.stream().noneMatch(other -> other.id().equals(entry.id())))
                .toList();
    }

    private SortedMap<String, List<CommunityEntry>> standing() {
        SortedMap<String, List<CommunityEntry>> standing = new TreeMap<>();
        garden.sections()
                .forEach(section ->
                        standing.put(section.slug(), section.section().communities()));
        return standing;
    }

    private List<CommunityEntry> said(SectionState section) {
        return Enriched.of(enriched, section.slug()).communities();
    }

    private Outcome<CommunityEntry> fill(
            SectionState section, SortedMap<String, List<CommunityEntry>> standing, List<CommunityEntry> offered) {
        return filler.fill(
                standing.getOrDefault(section.slug(), List.of()),
                offered,
                policy.limits().communitiesPerPattern(),
                Set.of(),
                garden.wishes(section.slug()));
    }

    private static Outcome<CommunityEntry> followedBy(Outcome<CommunityEntry> one, Outcome<CommunityEntry> next) {
        List<Decision> decisions = new ArrayList<>(one.decisions());
        decisions.addAll(next.decisions());
        return new Outcome<>(next.entries(), decisions);
    }

    private List<Member> members(Map<String, Outcome<EntityEntry>> entities) {
        List<Member> members = new ArrayList<>();
        for (SectionState section : garden.sections()) {
            Outcome<EntityEntry> after = entities.get(section.slug());
            members.add(new Member(
                    section.slug(),
                    section.subject().title(),
                    section.subject().keywords(),
                    section.subject().domains(),
                    after == null ? section.section().entities() : after.entries()));
        }
        return members;
    }

    private List<Tie> ties(Map<String, Outcome<LinkEntry>> links) {
        List<Tie> ties = new ArrayList<>();
        for (SectionState section : garden.sections()) {
            Outcome<LinkEntry> after = links.get(section.slug());
            List<LinkEntry> standing = after == null ? section.section().links() : after.entries();
            Stream.concat(section.curated().stream(), standing.stream().map(LinkEntry::target))
                    .forEach(target -> {
                        if (garden.resolve(target) instanceof Target.Found found) {
                            ties.add(new Tie(section.slug(), found.slug()));
                        }
                    });
        }
        return ties;
    }
}
