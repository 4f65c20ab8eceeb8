package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphgarden.format.CommunityEntry;

/**
 * A community as the files tell of it.
 *
 * @param name its id, and the label that it has most often; of several the first
 * @param slugs the patterns that say they belong to it
 */
record Standing(Name name, Set<String> slugs) {

    /** All of them, in the order of their ids. */
    static List<Standing> of(SortedMap<String, List<CommunityEntry>> bySlug) {
        SortedMap<String, SortedSet<String>> slugs = new TreeMap<>();
        Map<String, Spellings> labels = new HashMap<>();
        bySlug.forEach((slug, entries) -> {
            for (CommunityEntry entry : entries) {
                if (!entry.id().isBlank()) {
                    slugs.computeIfAbsent(entry.id(), id -> new TreeSet<>()).add(slug);
                    labels.computeIfAbsent(entry.id(), id -> new Spellings())
                            .add(entry.label().isBlank() ? entry.id() : entry.label());
                }
            }
        });
        List<Standing> standing = new ArrayList<>();
        slugs.forEach((id, of) -> standing.add(new Standing(
                new Name(id, labels.getOrDefault(id, new Spellings()).mostFrequent(id)), of)));
        return standing;
    }
}
