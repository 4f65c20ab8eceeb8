package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All sections of a garden as they stand now, and what became of the patterns that stand there no longer. */
public final class GardenState {
    private final SortedMap<String, SectionState> sections = new TreeMap<>();
    private final Map<String, String> slugsById = new HashMap<>();
    private final Map<String, String> renames;
    private final Map<String, String> removals;
    private final Set<String> unreadable;
    private final Set<Pair> curated = new HashSet<>();

    /**
     * @param sections every readable pattern, in any order
     * @param renames former slug to the slug that followed it; chains are followed
     * @param removals removed slug to the commit that removed it
     * @param unreadable presumed slugs (file names without ending) of files that cannot be read
     * @throws IllegalArgumentException when two sections have the same slug
     */
    public GardenState(
            Collection<SectionState> sections,
            Map<String, String> renames,
            Map<String, String> removals,
            Set<String> unreadable) {
        this.renames = Map.copyOf(renames);
        this.removals = Map.copyOf(removals);
        this.unreadable = Set.copyOf(unreadable);
        for (SectionState section : sections) {
            SectionState other = this.sections.put(section.slug(), section);
            if (other != null) {
                throw new IllegalArgumentException(
                        "slug " + section.slug() + " is used twice: " + other.path() + ", " + section.path());
            }
        }
        indexIds();
        indexCurated();
    }

    /** A garden of which no history is known. */
    public static GardenState of(Collection<SectionState> sections) {
        return new GardenState(sections, Map.of(), Map.of(), Set.of());
    }

    /** Sections in the order of their slugs. */
    public Collection<SectionState> sections() {
        return Collections.unmodifiableCollection(sections.values());
    }

    @Nullable SectionState section(String slug) {
        return sections.get(slug);
    }

    /** Whether people related the two patterns, in either file. */
    boolean curated(String slug, String other) {
        return curated.contains(Pair.of(slug, other));
    }

    Target resolve(String written) {
        if (sections.containsKey(written)) {
            return new Target.Found(written, null);
        }
        String byId = slugsById.get(written);
        if (byId != null) {
            return new Target.Found(byId, Cause.TARGET_NAMED_BY_ID);
        }
        String renamed = followRenames(written);
        if (renamed != null) {
            return new Target.Found(renamed, Cause.TARGET_RENAMED);
        }
        if (unreadable.contains(written)) {
            return new Target.Gone(Cause.TARGET_UNREADABLE, "");
        }
        String commit = removals.get(written);
        return new Target.Gone(Cause.TARGET_REMOVED, commit == null ? "" : "commit " + commit);
    }

    private @Nullable String followRenames(String written) {
        Set<String> seen = new HashSet<>();
        String slug = written;
        while (slug != null && seen.add(slug)) {
            if (sections.containsKey(slug)) {
                return slug;
            }
            slug = renames.get(slug);
        }
        return null;
    }

    private void indexIds() {
        for (SectionState section : sections.values()) {
            if (!section.id().isBlank()) {
                slugsById.putIfAbsent(section.id(), section.slug());
            }
        }
    }

    private void indexCurated() {
        for (SectionState section : sections.values()) {
            for (String target : section.curated()) {
                if (resolve(target) instanceof Target.Found found) {
                    curated.add(Pair.of(section.slug(), found.slug()));
                }
            }
        }
    }

    /** Two slugs without direction. */
    private record Pair(String first, String second) {
        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }
}
