package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.TermField.SharedTerm;
import org.graphgarden.inference.link.CandidateLink.Evidence;
import org.graphgarden.inference.link.CandidateLink.EvidenceKind;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Writes the links of one pattern: type, reason and evidence of each. No two get the same reason. */
final class LinkWriter {
    private static final int TERMS_LOOKED_AT = 24;

    private final PatternIndex index;
    private final LinkModel model;
    private final Mentions mentions;
    private final Profile source;
    private final int number;
    private final Set<String> reasons = new HashSet<>();

    LinkWriter(PatternIndex index, LinkModel model, Mentions mentions, int source) {
        this.index = index;
        this.model = model;
        this.mentions = mentions;
        number = source;
        this.source = index.profile(source);
    }

    CandidateLink write(Candidate candidate) {
        Profile target = index.profile(candidate.target());
        Quote mention = quote(source, mentions.find(number, candidate.target()));
        Quote answer = quote(target, mentions.find(candidate.target(), number));
        List<String> terms = terms(candidate.target());
        String reason = Reason.first(Reason.proposals(target, mention, answer, terms), reasons);
        reasons.add(reason);
        String before = mention == null ? "" : mention.before();
        return new CandidateLink(
                target.slug(),
                LinkType.of(source, target, before).key(),
                candidate.confidence(),
                reason,
                evidence(candidate, mention, terms));
    }

    private List<Evidence> evidence(Candidate candidate, @Nullable Quote mention, List<String> terms) {
        List<Evidence> evidence = new ArrayList<>();
        if (mention != null) {
            evidence.add(new Evidence(
                    EvidenceKind.MENTION,
                    mention.section(),
                    mention.text(),
                    List.of(),
                    weight(candidate, Feature.MENTION)));
        }
        if (!terms.isEmpty()) {
            double weight = weight(candidate, Feature.BODY, Feature.HEAD, Feature.BODY_COSINE, Feature.HEAD_COSINE);
            evidence.add(new Evidence(
                    EvidenceKind.SHARED_TERMS, "", "", terms.subList(0, Math.min(5, terms.size())), weight));
        }
        double meaning = weight(candidate, Feature.MEANING, Feature.MEANING_COSINE);
        if (meaning > 0) {
            evidence.add(new Evidence(EvidenceKind.SIMILAR_MEANING, "", "", List.of(), meaning));
        }
        double domain = weight(candidate, Feature.SAME_DOMAIN);
        if (domain > 0) {
            List<String> shared = source.domains().subList(0, 1);
            evidence.add(new Evidence(EvidenceKind.SAME_DOMAIN, "", "", shared, domain));
        }
        evidence.sort(Comparator.comparingDouble(Evidence::weight).reversed());
        return evidence;
    }

    /** What the features add to the score, in three decimals; 0 when they take away. */
    private double weight(Candidate candidate, Feature... features) {
        double weight = 0;
        for (Feature feature : features) {
            weight += model.weight(feature) * candidate.feature(feature);
        }
        return Math.max(0, StrictMath.round(weight * 1000)) / 1000.0;
    }

    /** The terms that link the two most; of a pair and its words only the pair. */
    private List<String> terms(int target) {
        List<String> terms = new ArrayList<>();
        Set<String> words = new HashSet<>();
        List<SharedTerm> shared = new ArrayList<>(index.body().shared(number, target, TERMS_LOOKED_AT));
        shared.sort(Comparator.comparing(SharedTerm::pair).reversed());
        for (SharedTerm term : shared) {
            List<String> parts = List.of(term.text().split(" "));
            if (parts.stream().distinct().count() == parts.size()
                    && parts.stream().noneMatch(words::contains)) {
                terms.add(term.text());
                words.addAll(parts);
            }
        }
        return terms;
    }

    private static @Nullable Quote quote(Profile profile, @Nullable Mention mention) {
        return mention == null ? null : Quote.of(profile, mention);
    }
}
