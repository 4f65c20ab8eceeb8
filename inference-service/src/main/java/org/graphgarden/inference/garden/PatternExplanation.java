package org.graphgarden.inference.garden;

import java.util.List;
import org.graphgarden.inference.entity.Entity;
import org.graphgarden.inference.index.WeightedTerm;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.profile.Profile.CuratedRelation;

/**
 * What inference sees of one pattern, and what it makes of it.
 *
 * @param slug slug
 * @param title title; the slug in words when the file has none
 * @param summary summary as plain text, or empty
 * @param keywords search keywords, in file order
 * @param domains domain first, then others
 * @param terms words and word pairs that count most in its text, heaviest first
 * @param entities what it is about, most relevant first
 * @param curated relationships that people wrote, in file order
 * @param links candidate links, most confident first
 * @param nearDuplicates slugs of patterns that say nearly the same
 */
public record PatternExplanation(
        String slug,
        String title,
        String summary,
        List<String> keywords,
        List<String> domains,
        List<WeightedTerm> terms,
        List<Entity> entities,
        List<CuratedRelation> curated,
        List<CandidateLink> links,
        List<String> nearDuplicates) {
    public PatternExplanation {
        keywords = List.copyOf(keywords);
        domains = List.copyOf(domains);
        terms = List.copyOf(terms);
        entities = List.copyOf(entities);
        curated = List.copyOf(curated);
        links = List.copyOf(links);
        nearDuplicates = List.copyOf(nearDuplicates);
    }
}
