package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphgarden.format.LinkEntry;

/**
 * Decides about the links of a whole garden, in the order of how much they are settled: what may not be touched, what stands and is
 * affirmed, what stands and fades, new pairs and other ends of what stands. Each step leaves less room for the next.
 */
final class GardenLinks {
    private final GardenState garden;
    private final Policy policy;
    private final Bonds bonds;
    private final LocalDate date;
    private final SortedMap<String, Bed> beds = new TreeMap<>();

    private GardenLinks(
            GardenState garden,
            Policy policy,
            Collection<SectionState> open,
            Map<String, Enriched> enriched,
            LocalDate date) {
        this.garden = garden;
        this.policy = policy;
        this.bonds = new Bonds(garden, enriched.values());
        this.date = date;
        boolean untouched = !policy.scope().decisions().drops();
        open.forEach(section -> beds.put(section.slug(), Bed.of(garden, bonds, section, untouched)));
    }

    /**
     * What becomes of the links of each section, by slug.
     *
     * @param open the sections that may be revised
     * @param enriched what inference says, by slug
     */
    static Map<String, Outcome<LinkEntry>> plan(
            GardenState garden,
            Policy policy,
            Collection<SectionState> open,
            Map<String, Enriched> enriched,
            LocalDate date) {
        return new GardenLinks(garden, policy, open, enriched, date).plan();
    }

    /** Slugs of the sections with a link that inference supports no longer: what garden commits left there has to be known. */
    static Set<String> doubtful(
            GardenState garden, Policy policy, Collection<SectionState> open, Map<String, Enriched> enriched) {
        Set<String> slugs = new TreeSet<>();
        GardenLinks links = new GardenLinks(garden, policy, open, enriched, LocalDate.EPOCH);
        links.beds.forEach((slug, bed) -> {
            if (links.bonds.knows(slug)
                    && bed.sound().stream().anyMatch(link -> StandingChoice.unaffirmed(links.bonds, policy, link))) {
                slugs.add(slug);
            }
        });
        return slugs;
    }

    private Map<String, Outcome<LinkEntry>> plan() {
        Room room = new Room(policy.limits(), garden.sections().size());
        Map<String, List<String>> symmetric = new HashMap<>();
        settleFixed(room, symmetric);
        StandingChoice standing = new StandingChoice(garden, bonds, policy, date, room);
        standing.choose(beds.values());
        beds.keySet().forEach(slug -> standing.kept(slug).forEach(link -> note(symmetric, slug, link.standing())));
        Set<String> planting = policy.scope().decisions().plants() ? beds.keySet() : Set.of();
        PairChoice pairs = new PairChoice(garden, bonds, policy, planting, room);
        pairs.choose(symmetric);
        Map<String, Outcome<LinkEntry>> outcomes = new HashMap<>();
        beds.forEach((slug, bed) -> outcomes.put(
                slug, LinkWriter.write(garden, bed, standing.drops(slug), standing.kept(slug), pairs.of(slug))));
        return outcomes;
    }

    /** What stands whatever is decided: in files that are not touched, and what stewards pinned. */
    private void settleFixed(Room room, Map<String, List<String>> symmetric) {
        for (SectionState section : garden.sections()) {
            Bed bed = beds.get(section.slug());
            Collection<LinkEntry> fixed =
                    bed == null ? section.section().links() : bed.fixed().values();
            Set<String> seen = new HashSet<>();
            for (LinkEntry link : fixed) {
                if (garden.resolve(link.target()) instanceof Target.Found found) {
                    room.take(section.slug(), found.slug());
                    if (LinkTypes.symmetric(link.type()) && seen.add(found.slug())) {
                        symmetric
                                .computeIfAbsent(section.slug(), any -> new ArrayList<>())
                                .add(found.slug());
                    }
                } else {
                    room.takeDangling(section.slug());
                }
            }
        }
    }

    /** What stands and is affirmed gets its pair's type. */
    private static void note(Map<String, List<String>> symmetric, String slug, Standing link) {
        symmetric.computeIfAbsent(slug, any -> new ArrayList<>()).add(link.target());
    }
}
