package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.jspecify.annotations.Nullable;

/**
 * Plans a cycle: a pure function of the sections as they stand, what stewards' edits say of them, what inference says, the policy and the date. Planning
 * again what was planned and written yields nothing, on the same day and (unless a refresh falls due) on a later one.
 */
public final class Planner {
    private final GardenState garden;
    private final Policy policy;
    private final LocalDate date;
    private final Map<String, Enriched> enriched = new HashMap<>();

    private Planner(GardenState garden, Collection<Enriched> enriched, Policy policy, LocalDate date) {
        this.garden = garden;
        this.policy = policy;
        this.date = date;
        enriched.forEach(pattern -> this.enriched.put(pattern.slug(), pattern));
    }

    /**
     * The revisions of a cycle, in the order of their slugs.
     *
     * @param garden sections as they stand, and what stewards' edits say of them
     * @param enriched what inference says, in any order; a pattern of which it says nothing loses only broken links
     * @param policy thresholds and limits
     * @param date what {@code last_pruned} becomes
     */
    public static List<Revision> plan(
            GardenState garden, Collection<Enriched> enriched, Policy policy, LocalDate date) {
        return new Planner(garden, enriched, policy, date).plan();
    }

    /**
     * Slugs of the patterns in whose files stand links that inference does not affirm: for those the plan has to know what garden
     * commits left there ({@link GardenState#with(Tended)}), else it takes such links for unknown and drops them.
     */
    public static Set<String> doubtful(GardenState garden, Collection<Enriched> enriched, Policy policy) {
        Planner planner = new Planner(garden, enriched, policy, LocalDate.EPOCH);
        return GardenLinks.doubtful(garden, policy, planner.open(), planner.enriched);
    }

    private List<Revision> plan() {
        List<SectionState> open = open();
        Map<String, Outcome<EntityEntry>> entities = entities(open);
        Map<String, Outcome<LinkEntry>> links = GardenLinks.plan(garden, policy, open, enriched, date);
        Map<String, Outcome<CommunityEntry>> communities =
                new GardenCommunities(garden, policy, open, enriched).plan(entities, links);
        List<Revision> revisions = new ArrayList<>();
        for (SectionState section : open) {
            String slug = section.slug();
            Revision revision = revise(
                    section,
                    Objects.requireNonNull(entities.get(slug)),
                    Objects.requireNonNull(communities.get(slug)),
                    Objects.requireNonNull(links.get(slug)));
            if (revision != null) {
                revisions.add(revision);
            }
        }
        revisions.addAll(refreshes(open, revisions, links));
        return withinBudget(revisions);
    }

    private List<SectionState> open() {
        return garden.sections().stream().filter(this::open).toList();
    }

    private boolean open(SectionState section) {
        return policy.scope().open(garden, section);
    }

    private Map<String, Outcome<EntityEntry>> entities(List<SectionState> open) {
        ListFiller<EntityEntry> filler = ListFiller.entities(policy.scope().decisions());
        Map<String, Outcome<EntityEntry>> outcomes = new HashMap<>();
        for (SectionState section : open) {
            Enriched said = Enriched.of(enriched, section.slug());
            outcomes.put(
                    section.slug(),
                    filler.fill(
                            section.section().entities(),
                            said.entities(),
                            policy.limits().entitiesPerPattern(),
                            said.absentNames(),
                            garden.wishes(section.slug())));
        }
        return outcomes;
    }

    private @Nullable Revision revise(
            SectionState section,
            Outcome<EntityEntry> entityList,
            Outcome<CommunityEntry> communityList,
            Outcome<LinkEntry> links) {
        List<Decision> decisions = Stream.of(entityList, communityList, links)
                .flatMap(outcome -> outcome.decisions().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (!entityList.pressing() && !communityList.pressing() && !links.pressing()) {
            return null;
        }
        if (!section.present()) {
            decisions.add(0, Decision.section(Action.PLANT, Cause.SECTION_MISSING));
        }
        GardenSection after =
                new GardenSection(Optional.of(date), entityList.entries(), communityList.entries(), links.entries());
        return revision(section, after, decisions);
    }

    private static Revision revision(SectionState section, GardenSection after, List<Decision> decisions) {
        GardenSection now = section.section();
        int kept = common(now.entities(), after.entities())
                + common(now.communities(), after.communities())
                + common(now.links(), after.links());
        return new Revision(section.slug(), section.repository(), section.path(), after, decisions, kept);
    }

    private static int common(List<?> before, List<?> after) {
        return (int) after.stream().filter(new HashSet<>(before)::contains).count();
    }

    /**
     * Dates alone are no reason for a commit, or a quiet library would get one whenever some section grows old: they are
     * refreshed along with revisions, or when no section of the repository has been dated for the whole refresh age.
     */
    private List<Revision> refreshes(
            List<SectionState> open, List<Revision> revisions, Map<String, Outcome<LinkEntry>> links) {
        Set<String> revised = revisions.stream().map(Revision::slug).collect(Collectors.toSet());
        Set<String> changing = revisions.stream().map(Revision::repository).collect(Collectors.toSet());
        Set<String> fresh = open.stream()
                .filter(section -> section.present() && !old(section))
                .map(SectionState::repository)
                .collect(Collectors.toSet());
        return open.stream()
                .filter(section -> section.present() && old(section) && !revised.contains(section.slug()))
                .filter(section -> changing.contains(section.repository()) || !fresh.contains(section.repository()))
                .map(section -> refresh(section, Objects.requireNonNull(links.get(section.slug()))))
                .toList();
    }

    private boolean old(SectionState section) {
        return section.section()
                .lastPruned()
                .map(last -> policy.ageing().old(last, date))
                .orElse(true);
    }

    /** A new date makes what fades say how far it has faded, or the time until today would be forgotten. */
    private Revision refresh(SectionState section, Outcome<LinkEntry> links) {
        GardenSection after = section.section().withLastPruned(date).withLinks(links.entries());
        List<Decision> decisions = new ArrayList<>(List.of(Decision.section(Action.REFRESH, Cause.REFRESH_AGE)));
        decisions.addAll(links.decisions());
        return revision(section, after, decisions);
    }

    private List<Revision> withinBudget(List<Revision> revisions) {
        return revisions.stream()
                .sorted(Comparator.comparingInt(Revision::worth).reversed().thenComparing(Revision::slug))
                .limit(policy.maxFiles().files(garden.sections().size()))
                .sorted(Comparator.comparing(Revision::slug))
                .toList();
    }
}
