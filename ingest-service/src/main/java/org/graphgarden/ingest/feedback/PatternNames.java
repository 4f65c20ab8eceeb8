package org.graphgarden.ingest.feedback;

import java.util.Map;

/**
 * The patterns at the head.
 *
 * @param ids id by slug; empty when the pattern has none
 */
public record PatternNames(Map<String, String> ids) {

    public PatternNames {
        ids = Map.copyOf(ids);
    }

    boolean has(String slug) {
        return ids.containsKey(slug);
    }

    String id(String slug) {
        return ids.getOrDefault(slug, "");
    }
}
