package org.graphgarden.pruner.cycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Lineage;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.plan.Tended;
import org.graphgarden.pruner.publish.FileState;
import org.graphgarden.pruner.publish.LineageReader;
import org.graphgarden.pruner.publish.RefusedFile;
import org.graphgarden.pruner.publish.RepositoryState;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.TendedReader;
import org.jspecify.annotations.Nullable;

/** What a garden's repositories hold, as each was read last, under the slugs of the garden. */
final class GardenReading {
    private final List<Site> sites;
    private final Feedback feedback;
    private final StopSign stop;
    /** In the order of the sites. */
    private final Map<String, RepositoryState> states = new LinkedHashMap<>();

    private @Nullable GardenState garden;

    GardenReading(List<Site> sites, Feedback feedback, StopSign stop) {
        this.sites = sites;
        this.feedback = feedback;
        this.stop = stop;
    }

    /** Takes in a newer reading of one repository. */
    void put(RepositoryState state) {
        RepositoryState before = states.put(state.repository(), state);
        if (before == null || !before.commit().equals(state.commit())) {
            garden = null;
        }
    }

    @Nullable RepositoryState of(Site site) {
        return states.get(site.repository());
    }

    /** Whether every repository has been read. */
    boolean whole() {
        return states.size() == sites.size();
    }

    Collection<RepositoryState> states() {
        return states.values();
    }

    /** The garden, what stewards' edits say of it, and what its history tells of names that stand for nothing in it now. */
    GardenState garden() {
        if (garden == null) {
            GardenState now = new GardenState(unify().sections(), Map.of(), Map.of(), unreadable(), feedback);
            garden = now.with(lineage(now));
        }
        return garden;
    }

    /**
     * The garden, and what garden commits left in some of its files.
     *
     * @param doubtful slugs of the patterns in whose files that is to be looked up
     */
    GardenState tended(Set<String> doubtful) {
        GardenState now = garden();
        Map<String, Set<String>> left = new TreeMap<>();
        for (Site site : sites) {
            RepositoryState state = states.get(site.repository());
            Map<String, String> slugs = now.sections().stream()
                    .filter(section -> section.repository().equals(site.repository()))
                    .filter(section -> doubtful.contains(section.slug()))
                    .collect(Collectors.toMap(SectionState::path, SectionState::slug));
            if (state != null) {
                left.putAll(TendedReader.read(site, state.commit(), slugs, stop));
            }
        }
        return now.with(new Tended(left));
    }

    private Lineage lineage(GardenState now) {
        Lineage lineage = new Lineage(now.dangling(), now.sections());
        for (Site site : sites) {
            RepositoryState state = states.get(site.repository());
            if (state != null) {
                LineageReader.read(site, state.commit(), lineage, stop);
            }
        }
        return lineage;
    }

    /** All sections under their slugs: of two with one slug the first by repository and path stands. */
    Unified unify() {
        Map<String, SectionState> bySlug = new LinkedHashMap<>();
        List<RefusedFile> second = new ArrayList<>();
        for (RepositoryState state : states.values()) {
            for (SectionState section : state.sections()) {
                SectionState first = bySlug.putIfAbsent(section.slug(), section);
                if (first != null) {
                    second.add(duplicate(section, first));
                }
            }
        }
        return new Unified(List.copyOf(bySlug.values()), second);
    }

    private static RefusedFile duplicate(SectionState section, SectionState first) {
        return new RefusedFile(
                section.repository(),
                section.path(),
                "DUPLICATE_SLUG",
                0,
                "slug " + section.slug() + " is " + first.path() + "'s already. Give the file its own slug.");
    }

    /** Slugs that files which cannot be read presumably have: their names. */
    private Set<String> unreadable() {
        Set<String> names = new HashSet<>();
        for (RepositoryState state : states.values()) {
            state.files().stream()
                    .filter(file -> file.section().isEmpty() && file.refusal().isPresent())
                    .map(FileState::name)
                    .forEach(names::add);
        }
        return names;
    }

    /** The garden under its slugs, and the files that lost a quarrel about one. */
    record Unified(List<SectionState> sections, List<RefusedFile> refused) {}
}
