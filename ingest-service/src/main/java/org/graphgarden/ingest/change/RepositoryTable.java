package org.graphgarden.ingest.change;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pattern files of one repository at one commit.
 *
 * @param repository name of the repository inside its garden
 * @param files its pattern files by path
 */
public record RepositoryTable(String repository, SortedMap<String, PatternFile> files) {

    public RepositoryTable {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** A repository without patterns. */
    public static RepositoryTable empty(String repository) {
        return new RepositoryTable(repository, new TreeMap<>());
    }

    /**
     * The table after some paths were looked at again.
     *
     * @param looked paths that were looked at
     * @param found pattern files among them, by path
     */
    public RepositoryTable with(Iterable<String> looked, Map<String, PatternFile> found) {
        SortedMap<String, PatternFile> next = new TreeMap<>(files);
        looked.forEach(next::remove);
        next.putAll(found);
        return new RepositoryTable(repository, next);
    }

    /**
     * The table with what stewards' edits say.
     *
     * @param hashes hash by slug; nothing is said of slugs that are not in it
     */
    public RepositoryTable withFeedback(Map<String, String> hashes) {
        SortedMap<String, PatternFile> next = new TreeMap<>(files);
        next.replaceAll((path, file) -> file.withFeedback(hashes.getOrDefault(file.slug(), "")));
        return new RepositoryTable(repository, next);
    }
}
