package org.graphgarden.ingest.feedback;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stewards' edits say in one repository.
 *
 * @param bySlug by pattern, then by kind and id; only patterns of which something is said
 */
public record RepositoryFeedback(SortedMap<String, List<Feedback>> bySlug) {

    /** Nobody said anything. */
    public static final RepositoryFeedback NONE = new RepositoryFeedback(new TreeMap<>());

    public RepositoryFeedback {
        bySlug = Collections.unmodifiableSortedMap(bySlug);
    }

    /** What is said of one pattern. */
    public List<Feedback> of(String slug) {
        return bySlug.getOrDefault(slug, List.of());
    }
}
