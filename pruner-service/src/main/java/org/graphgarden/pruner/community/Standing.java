package org.graphgarden.pruner.community;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphgarden.format.CommunityEntry;

/** The communities of which the files tell. */
final class Standing {
    private final SortedMap<String, Carried> byId = new TreeMap<>();
    private final Set<Integer> full = new TreeSet<>();

    /**
     * @param nodes node by slug
     * @param limit how many communities a list is filled up to
     */
    Standing(Map<String, Integer> nodes, SortedMap<String, List<CommunityEntry>> bySlug, int limit) {
        SortedMap<String, SortedSet<Integer>> carriers = new TreeMap<>();
        Map<String, Spellings> labels = new HashMap<>();
        Map<String, Spellings> sources = new HashMap<>();
        bySlug.forEach((slug, entries) -> {
            Integer node = nodes.get(slug);
            if (node == null) {
                return;
            }
            if (entries.size() >= limit) {
                full.add(node);
            }
            for (CommunityEntry entry : entries) {
                if (!entry.id().isBlank()) {
                    String id = entry.id();
                    carriers.computeIfAbsent(id, key -> new TreeSet<>()).add(node);
                    labels.computeIfAbsent(id, key -> new Spellings())
                            .add(entry.label().isBlank() ? id : entry.label());
                    sources.computeIfAbsent(id, key -> new Spellings()).add(entry.source());
                }
            }
        });
        carriers.forEach((id, of) -> {
            String label = labels.getOrDefault(id, new Spellings()).mostFrequent(id);
            String source = sources.getOrDefault(id, new Spellings()).mostFrequent("");
            byId.put(id, new Carried(new Name(id, label), source, of));
        });
    }

    /**
     * One of them.
     *
     * @param name its id, and the label that it has most often; of several the first
     * @param source the source that it has most often
     * @param nodes the patterns that say they belong to it
     */
    record Carried(Name name, String source, SortedSet<Integer> nodes) {
        boolean taxonomy() {
            return source.equals(Communities.TAXONOMY);
        }
    }

    /** All of them, in the order of their ids. */
    Collection<Carried> all() {
        return byId.values();
    }

    /** Whether the pattern's list has no room: that it does not name a community then tells nothing. */
    boolean isFull(int node) {
        return full.contains(node);
    }
}
