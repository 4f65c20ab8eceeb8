package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The same garden, with what history tells. */
    public GardenState with(Lineage lineage) {
        return new GardenState(sections.values(), lineage.renames(), lineage.removals(), unreadable);
    }

    /** Names that links and people's relations use and that stand for no pattern and no unreadable file of the garden. */
    public SortedSet<String> dangling() {
        SortedSet<String> names = new TreeSet<>();
        for (SectionState section : sections.values()) {
            names.addAll(section.curated());
            section.section().links().forEach(link -> names.add(link.target()));
        }
        names.removeIf(name ->
                name.isBlank() || !(resolve(name) instanceof Target.Gone gone && gone.cause() == Cause.TARGET_REMOVED));
        return names;
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
        String last = lastName(written);
        if (sections.containsKey(last)) {
            return new Target.Found(last, Cause.TARGET_RENAMED);
        }
        if (unreadable.contains(last)) {
            return new Target.Gone(Cause.TARGET_UNREADABLE, "");
        }
        String commit = removals.get(last);
        return new Target.Gone(Cause.TARGET_REMOVED, commit == null ? "" : "commit " + commit);
    }

    /** The end of the chain of renames; of a circle some name in it. */
    private String lastName(String written) {
        Set<String> seen = new HashSet<>();
        String slug = written;
        while (seen.add(slug) && !sections.containsKey(slug) && renames.containsKey(slug)) {
            slug = renames.get(slug);
        }
        return slug;
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
