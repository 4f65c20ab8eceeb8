package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.link.CandidateLink.Contribution;
import org.graphgarden.inference.link.CandidateLink.Evidence;
import org.graphgarden.inference.link.CandidateLink.EvidenceKind;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Writes the links of one pattern: type, reason and evidence of each. No two get the same reason. */
final class LinkWriter {
    private static final int MOST_SHARED = 5;

    private final PatternIndex index;
    private final LinkModel model;
    private final ReadTexts texts;
    private final SharedPhrases phrases;
    private final Profile source;
    private final int number;
    private final Set<String> reasons = new HashSet<>();

    LinkWriter(PatternIndex index, LinkModel model, ReadTexts texts, SharedPhrases phrases, int source) {
        this.index = index;
        this.model = model;
        this.texts = texts;
        this.phrases = phrases;
        number = source;
        this.source = index.profile(source);
    }

    CandidateLink write(Candidate candidate) {
        Profile target = index.profile(candidate.target());
        Quote mention = quote(source, texts.mentions().find(number, candidate.target()));
        Quote answer = quote(target, texts.mentions().find(candidate.target(), number));
        List<SharedPhrase> shared = phrases.with(texts.text(candidate.target()));
        String reason = Reason.first(Reason.proposals(source, target, mention, answer, shared), reasons);
        reasons.add(reason);
        String before = mention == null ? "" : mention.before();
        return new CandidateLink(
                target.slug(),
                LinkType.of(source, target, before).key(),
                candidate.confidence(),
                reason,
                evidence(candidate, mention, shared),
                contributions(candidate));
    }

    private List<Evidence> evidence(Candidate candidate, @Nullable Quote mention, List<SharedPhrase> phrases) {
        List<Evidence> evidence = new ArrayList<>();
        if (mention != null) {
            evidence.add(new Evidence(
                    EvidenceKind.MENTION,
                    mention.section(),
                    mention.text(),
                    List.of(),
                    weight(candidate, Feature.MENTION)));
        }
        if (!phrases.isEmpty()) {
            double weight = weight(candidate, Feature.BODY_COSINE, Feature.HEAD_COSINE);
            List<String> shared =
                    phrases.stream().limit(MOST_SHARED).map(SharedPhrase::text).toList();
            evidence.add(new Evidence(EvidenceKind.SHARED_TERMS, "", "", shared, weight));
        }
        double meaning = weight(candidate, Feature.MEANING_COSINE);
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

    private List<Contribution> contributions(Candidate candidate) {
        List<Contribution> contributions = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            double amount = StrictMath.rint(model.weight(feature) * candidate.feature(feature) * 1000) / 1000;
            if (amount != 0) {
                contributions.add(new Contribution(feature.key(), amount));
            }
        }
        return contributions;
    }

    private static @Nullable Quote quote(Profile profile, @Nullable Mention mention) {
        return mention == null ? null : Quote.of(profile, mention);
    }
}
