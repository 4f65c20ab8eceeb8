package org.graphgarden.format;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A garden section: what stands in a file, or what should stand there.
 *
 * @param lastPruned date of the last revision; empty when the file has none that can be read. In a revision empty means
 *     "as it is"
 * @param entities entities, in file order
 * @param communities communities, in file order
 * @param links inferred links, in file order
 */
public record GardenSection(
        Optional<LocalDate> lastPruned,
        List<EntityEntry> entities,
        List<CommunityEntry> communities,
        List<LinkEntry> links) {

    /** A section without a date and without entries. */
    public static final GardenSection EMPTY = new GardenSection(Optional.empty(), List.of(), List.of(), List.of());

    public GardenSection {
        entities = List.copyOf(entities);
        communities = List.copyOf(communities);
        links = List.copyOf(links);
    }

    /** The same section with another date. */
    public GardenSection withLastPruned(LocalDate date) {
        return new GardenSection(Optional.of(date), entities, communities, links);
    }

    /** The same section with other entities. */
    public GardenSection withEntities(List<EntityEntry> newEntities) {
        return new GardenSection(lastPruned, newEntities, communities, links);
    }

    /** The same section with other links. */
    public GardenSection withLinks(List<LinkEntry> newLinks) {
        return new GardenSection(lastPruned, entities, communities, newLinks);
    }
}
