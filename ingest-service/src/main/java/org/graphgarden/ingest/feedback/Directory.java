package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where to look for patterns, over all commits that were ever read: it may name too many, and what it names has to be looked
 * up in the snapshot of the commit in question. Numbers of slugs are this process's own and decide nothing.
 */
final class Directory {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> slugs = new ArrayList<>();
    private final Map<String, Set<String>> byPath = new HashMap<>();
    private final Map<String, Set<String>> byId = new HashMap<>();

    /** Number of a slug, or -1. */
    int find(String slug) {
        return numbers.getOrDefault(slug, -1);
    }

    /** Number of a slug, which is given one when it has none. */
    int number(String slug) {
        return numbers.computeIfAbsent(slug, fresh -> {
            slugs.add(fresh);
            return slugs.size() - 1;
        });
    }

    String slug(int number) {
        return slugs.get(number);
    }

    void note(Track track) {
        byPath.computeIfAbsent(track.path(), path -> new TreeSet<>()).add(track.slug());
        if (!track.id().isEmpty()) {
            byId.computeIfAbsent(track.id(), id -> new TreeSet<>()).add(track.slug());
        }
    }

    Set<String> slugsAt(String path) {
        return byPath.getOrDefault(path, Set.of());
    }

    Set<String> slugsWithId(String id) {
        return byId.getOrDefault(id, Set.of());
    }
}
