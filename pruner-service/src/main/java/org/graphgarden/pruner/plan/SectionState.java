package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pattern's file holds now, as far as the plan needs it.
 *
 * @param slug slug, unique in the garden
 * @param id the front matter's id, or empty
 * @param repository name of the repository
 * @param path path inside the repository, with forward slashes
 * @param present whether the file has a section, empty or not
 * @param optedOut whether the file says {@code graph_garden: false}; then it is never touched
 * @param lastPruned date of the section; null when it has none
 * @param entities entities in file order
 * @param communities communities in file order
 * @param links inferred links in file order
 * @param curated slugs or ids that the file's own relationships name, of any type
 * @param text the file without its section, to look quotes up in; empty when unknown
 */
public record SectionState(
        String slug,
        String id,
        String repository,
        String path,
        boolean present,
        boolean optedOut,
        @Nullable LocalDate lastPruned,
        List<EntityEntry> entities,
        List<CommunityEntry> communities,
        List<LinkEntry> links,
        List<String> curated,
        String text) {

    public SectionState {
        if (slug.isBlank()) {
            throw new IllegalArgumentException("slug must not be blank: path=" + path);
        }
        entities = List.copyOf(entities);
        communities = List.copyOf(communities);
        links = List.copyOf(links);
        curated = List.copyOf(curated);
    }
}
