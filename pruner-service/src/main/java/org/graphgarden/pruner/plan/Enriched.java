package org.graphgarden.pruner.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;

/**
 * What inference says of one pattern.
 *
 * @param slug slug of the pattern
 * @param entities inferred entities; any order
 * @param communities communities; any order
 * @param candidates candidate links; any order, each target once
 * @param absentNames ids of persons and organisations that are known not to be named in the text; usually empty
 */
public record Enriched(
        String slug,
        List<EntityEntry> entities,
        List<CommunityEntry> communities,
        List<Candidate> candidates,
        Set<String> absentNames) {

    public Enriched {
        entities = List.copyOf(entities);
        communities = List.copyOf(communities);
        candidates = candidates.stream().sorted(Candidate.BEST_FIRST).toList();
        absentNames = Set.copyOf(absentNames);
    }

    /** What is said of a pattern; nothing when nothing is known of it. */
    static Enriched of(Map<String, Enriched> bySlug, String slug) {
        Enriched said = bySlug.get(slug);
        return said == null ? new Enriched(slug, List.of(), List.of(), List.of(), Set.of()) : said;
    }

    /**
     * A candidate link.
     *
     * @param target slug it points at
     * @param type link type
     * @param confidence estimated probability that a curator would keep it, greater than 0 and at most 1
     * @param reason one sentence that says why
     */
    public record Candidate(String target, String type, double confidence, String reason) {
        static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingDouble(Candidate::confidence).reversed().thenComparing(Candidate::target);

        public Candidate {
            if (!(confidence > 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1]: " + confidence + " of " + target);
            }
        }
    }
}
