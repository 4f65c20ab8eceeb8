package org.graphgarden.pruner.community;

import java.util.List;
import org.graphgarden.format.EntityEntry;

/**
 * A pattern as communities see it.
 *
 * @param slug slug, unique in the garden
 * @param title title, or empty
 * @param keywords search keywords of its front matter
 * @param domains domains of its front matter, the first one first
 * @param entities the entities that stand in its section when the cycle is done
 */
public record Member(
        String slug, String title, List<String> keywords, List<String> domains, List<EntityEntry> entities) {

    public Member {
        if (slug.isBlank()) {
            throw new IllegalArgumentException("slug must not be blank");
        }
        keywords = List.copyOf(keywords);
        domains = List.copyOf(domains);
        entities = List.copyOf(entities);
    }
}
