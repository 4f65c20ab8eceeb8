package org.graphgarden.inference.link;

import java.util.List;
import java.util.stream.Stream;

/**
 * A typed, directed, scored edge from one pattern to another, with its evidence.
 *
 * @param target slug of the pattern it points at
 * @param type link type of the front matter, such as {@code enables} or {@code complementary}
 * @param confidence estimated probability that a curator would keep it, greater than 0 and at most 1, six decimals
 * @param reason one sentence that says why, at most 160 characters
 * @param evidence what reason and confidence rest on, strongest first
 * @param contributions what each feature adds to the score behind the confidence; those that add nothing are left out
 */
public record CandidateLink(
        String target,
        String type,
        double confidence,
        String reason,
        List<Evidence> evidence,
        List<Contribution> contributions) {
    public CandidateLink {
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1]: " + confidence + " of " + target);
        }
        if (reason.length() > 160) {
            throw new IllegalArgumentException("reason is longer than 160 characters: " + reason);
        }
        evidence = List.copyOf(evidence);
        contributions = List.copyOf(contributions);
    }

    /** The same with another reason, and more evidence behind what there is. */
    public CandidateLink worded(String newReason, Evidence more) {
        return new CandidateLink(target, type, confidence, newReason, and(more), contributions);
    }

    /** The same with another confidence, and more evidence behind what there is. */
    public CandidateLink judged(double newConfidence, Evidence more) {
        return new CandidateLink(target, type, newConfidence, reason, and(more), contributions);
    }

    private List<Evidence> and(Evidence more) {
        return Stream.concat(evidence.stream(), Stream.of(more)).toList();
    }

    /**
     * What one feature adds to the score.
     *
     * @param feature name of the feature, as in the model file
     * @param amount weight times value, in the units of the score, three decimals
     */
    public record Contribution(String feature, double amount) {}

    /**
     * One piece of evidence.
     *
     * @param kind kind of evidence
     * @param section heading of the section in which the quote stands; empty for title and summary
     * @param quote words that stand verbatim in that pattern, or empty
     * @param shared terms or labels that both patterns share, strongest first
     * @param weight contribution to the score, 0 or more
     * @param statement what a language model said, when the evidence is that; else empty
     * @param quoted slug of the pattern in which the quote stands when that is not the source; else empty
     */
    public record Evidence(
            EvidenceKind kind,
            String section,
            String quote,
            List<String> shared,
            double weight,
            String statement,
            String quoted) {
        public Evidence {
            shared = List.copyOf(shared);
        }

        /** Evidence that stands in both patterns; what is quoted stands in the source. */
        public Evidence(EvidenceKind kind, String section, String quote, List<String> shared, double weight) {
            this(kind, section, quote, shared, weight, "", "");
        }

        /** What a language model said. It adds nothing to the score. */
        public static Evidence said(EvidenceKind kind, String statement) {
            return new Evidence(kind, "", "", List.of(), 0, statement, "");
        }
    }

    /** What kind of evidence supports a link. */
    public enum EvidenceKind {
        MENTION,
        SHARED_TERMS,
        SHARED_SENTENCE,
        SHARED_ENTITIES,
        SIMILAR_MEANING,
        SAME_DOMAIN,
        /** A language model's verdict on the pair. */
        MODEL_VERDICT,
        /** A language model worded the reason. */
        MODEL_WORDING
    }
}
