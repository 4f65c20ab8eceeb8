package org.graphgarden.ingest.change;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

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
}
