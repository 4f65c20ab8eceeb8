package org.graphgarden.inference.garden;

import java.util.List;
import org.graphgarden.inference.entity.Entity;
import org.graphgarden.inference.link.CandidateLink;

/**
 * What is inferred for one pattern of a garden.
 *
 * @param entities what the pattern is about, most relevant first; at most 10
 * @param links candidate links, most confident first; at most 50
 * @param nearDuplicates slugs of patterns that say nearly the same, sorted; reported, not planted
 * @param reach how like another pattern has to be to have part in this; negative infinity when any has
 */
public record Enrichment(List<Entity> entities, List<CandidateLink> links, List<String> nearDuplicates, double reach) {
    public Enrichment {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        nearDuplicates = List.copyOf(nearDuplicates);
    }
}
