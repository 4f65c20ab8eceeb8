package org.graphgarden.ingest.change;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a push of one repository changes.
 *
 * @param changes by slug, at most one for each
 * @param published what stands for each slug when the changes are applied
 */
public record PushPlan(List<Change> changes, SortedMap<String, Published> published) {

    public PushPlan {
        changes = List.copyOf(changes);
        published = Collections.unmodifiableSortedMap(published);
    }

    /** The same, but the repository's patterns at these paths are told of though nothing about them differs. */
    public PushPlan telling(String repository, Set<String> paths) {
        if (paths.isEmpty()) {
            return this;
        }
        SortedMap<String, Change> all = new TreeMap<>();
        changes.forEach(change -> all.put(change.slug(), change));
        published.forEach((slug, stands) -> {
            if (stands.repository().equals(repository)
                    && paths.contains(stands.file().path())) {
                all.putIfAbsent(slug, new Change.Modified(stands.file()));
            }
        });
        return new PushPlan(List.copyOf(all.values()), published);
    }
}
