package org.graphgarden.inference.link;

import java.util.List;

/**
 * What is inferred of one pattern's neighbourhood.
 *
 * @param links candidate links, most confident first, ties by slug; at most 50
 * @param nearDuplicates slugs of patterns that say nearly the same under nearly the same title, sorted; such a link is
 *     a candidate, but nobody is to plant it
 * @param reach how like another pattern has to be to be considered at all; negative infinity when any would be
 */
public record InferredLinks(List<CandidateLink> links, List<String> nearDuplicates, double reach) {
    public InferredLinks {
        links = List.copyOf(links);
        nearDuplicates = List.copyOf(nearDuplicates);
    }
}
