package org.graphgarden.ingest.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which removed slugs live on under an added one: first those with the same id, then those with the same body. Only what
 * is unambiguous on both sides counts.
 */
final class Renames {

    private final Map<String, String> toBySlug = new TreeMap<>();
    private final Map<String, String> fromBySlug = new TreeMap<>();

    private Renames() {}

    static Renames of(Map<String, PatternFile> removed, Map<String, PatternFile> added) {
        Renames renames = new Renames();
        renames.pair(removed, added, PatternFile::id);
        renames.pair(removed, added, PatternFile::bodyHash);
        return renames;
    }

    /** The new slug of a removed one, or empty. */
    String to(String removed) {
        return toBySlug.getOrDefault(removed, "");
    }

    /** The old slug of an added one, or empty. */
    String from(String added) {
        return fromBySlug.getOrDefault(added, "");
    }

    private void pair(
            Map<String, PatternFile> removed, Map<String, PatternFile> added, Function<PatternFile, String> mark) {
        Map<String, String> old = unique(removed.values(), toBySlug.keySet(), mark);
        Map<String, String> fresh = unique(added.values(), fromBySlug.keySet(), mark);
        old.forEach((value, from) -> {
            String to = fresh.get(value);
            if (to != null) {
                toBySlug.put(from, to);
                fromBySlug.put(to, from);
            }
        });
    }

    private static Map<String, String> unique(
            Collection<PatternFile> files, Set<String> paired, Function<PatternFile, String> mark) {
        Map<String, String> slugs = new TreeMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (PatternFile file : files) {
            String value = mark.apply(file);
            if (!value.isEmpty() && !paired.contains(file.slug()) && slugs.put(value, file.slug()) != null) {
                ambiguous.add(value);
            }
        }
        slugs.keySet().removeAll(ambiguous);
        return slugs;
    }
}
