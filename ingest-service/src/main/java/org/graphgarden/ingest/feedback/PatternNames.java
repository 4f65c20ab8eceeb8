package org.graphgarden.ingest.feedback;

import java.util.HashMap;
import java.util.Map;
import org.graphgarden.ingest.change.RepositoryTable;

/**
 * The patterns at the head.
 *
 * @param ids id by slug; empty when the pattern has none
 */
public record PatternNames(Map<String, String> ids) {

    public PatternNames {
        ids = Map.copyOf(ids);
    }

    /** Those of a table; of two files with one slug the first by path counts. */
    public static PatternNames of(RepositoryTable table) {
        Map<String, String> ids = new HashMap<>();
        table.files().values().forEach(file -> ids.putIfAbsent(file.slug(), file.id()));
        return new PatternNames(ids);
    }

    boolean has(String slug) {
        return ids.containsKey(slug);
    }

    String id(String slug) {
        return ids.getOrDefault(slug, "");
    }
}
