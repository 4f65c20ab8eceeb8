package org.graphgarden.ingest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is published with what should be. A push speaks for its own repository only: where another's file is to
 * take over a slug, this push removes its own, and a push of the other adds its file.
 */
public final class ChangePlanner {

    private ChangePlanner() {}

    /**
     * Plans the push of a repository. Planning every repository in turn until nothing is left to do makes
     * {@code published} equal to {@code desired.winners()}, but for differences that concern nobody downstream.
     *
     * @param published what stands for each slug now
     * @param desired what should
     * @param repository the repository that is pushed
     */
    public static PushPlan plan(SortedMap<String, Published> published, GardenTable desired, String repository) {
        SortedMap<String, PatternFile> added = new TreeMap<>();
        SortedMap<String, PatternFile> modified = new TreeMap<>();
        SortedMap<String, PatternFile> removed = new TreeMap<>();
        SortedMap<String, Published> next = new TreeMap<>(published);
        published.forEach((slug, was) -> {
            if (was.repository().equals(repository)
                    && !owns(repository, desired.winners().get(slug))) {
                removed.put(slug, was.file());
                next.remove(slug);
            }
        });
        desired.winners().forEach((slug, is) -> {
            if (owns(repository, is)) {
                Published was = published.get(slug);
                if (was == null) {
                    added.put(slug, is.file());
                } else if (!owns(repository, was) || !is.file().saysTheSameAs(was.file())) {
                    modified.put(slug, is.file());
                }
                next.put(slug, is);
            }
        });
        return new PushPlan(bySlug(added, modified, removed, Renames.of(removed, added)), next);
    }

    private static boolean owns(String repository, @Nullable Published published) {
        return published != null && published.repository().equals(repository);
    }

    private static List<Change> bySlug(
            Map<String, PatternFile> added,
            Map<String, PatternFile> modified,
            Map<String, PatternFile> removed,
            Renames renames) {
        SortedMap<String, Change> changes = new TreeMap<>();
        added.forEach((slug, file) -> changes.put(slug, new Change.Added(file, renames.from(slug))));
        modified.forEach((slug, file) -> changes.put(slug, new Change.Modified(file)));
        removed.forEach((slug, file) -> changes.put(slug, new Change.Removed(file, renames.to(slug))));
        return new ArrayList<>(changes.values());
    }
}
