package org.graphgarden.inference.link;

import java.util.List;
import org.graphgarden.inference.index.WeightedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Why a pattern is linked to another, or why not.
 *
 * @param source slug of the pattern on whose page the link would stand
 * @param target slug of the other
 * @param standing what becomes of the pair
 * @param rank the place that its confidence has among the links that could be proposed for the source, from 1
 * @param proposals how many are proposed
 * @param score sum of the contributions
 * @param confidence estimated probability that a curator would keep the link, six decimals
 * @param threshold confidence that it would need
 * @param needed score that it would need
 * @param parts what makes up the score, largest contribution first
 * @param shared words and word pairs that both texts share, by what they add to the cosine of the texts
 * @param link the proposed link with its type, reason and evidence; null when it is not proposed
 * @param changes what would make it more likely, most effective first
 */
public record LinkExplanation(
        String source,
        String target,
        Standing standing,
        int rank,
        int proposals,
        double score,
        double confidence,
        double threshold,
        double needed,
        List<Part> parts,
        List<WeightedTerm> shared,
        @Nullable CandidateLink link,
        List<Change> changes) {
    public LinkExplanation {
        parts = List.copyOf(parts);
        shared = List.copyOf(shared);
        changes = List.copyOf(changes);
    }

    /** What becomes of a pair. */
    public enum Standing {
        /** It is among the links proposed for the source. */
        PROPOSED,
        /** Better links fill the source's list. */
        BEHIND_OTHERS,
        /** The two are not alike enough to be compared, and neither names the other. */
        FAR_APART,
        /** People have linked them already. */
        CURATED,
        /** A steward took the link out of one of the two files, and it has not become much surer since. */
        REJECTED,
        /** They say the same under nearly the same title: a finding, not a link. */
        NEAR_DUPLICATE,
        /** It is one and the same pattern. */
        ITSELF
    }

    /**
     * One feature of the pair.
     *
     * @param feature name, as in the model file
     * @param value what the pair has of it
     * @param weight what the model gives for it, 0 or more
     * @param contribution value times weight
     */
    public record Part(String feature, double value, double weight, double contribution) {}

    /**
     * Something that could be otherwise.
     *
     * @param what in words, to go after "if"
     * @param confidence what the confidence would be then
     */
    public record Change(String what, double confidence) {}
}
