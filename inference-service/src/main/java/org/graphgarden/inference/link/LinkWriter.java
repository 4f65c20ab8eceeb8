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
import org.graphgarden.inference.link.Reason.Grounds;
import org.graphgarden.inference.link.type.LinkType;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Writes the links of one pattern: type, reason and evidence of each. No two get the same reason. */
final class LinkWriter {
    private static final int MOST_SHARED = 5;
    /** For a quotation, with what stands around it. */
    private static final int ROOM = Reason.LONGEST - 15;

    private static final int LEAST_ROOM = 60;
    /** As many as are planted get a quotation that is searched for; the others' would hardly be read. */
    private static final int MOST_QUOTED = 8;

    private final PatternIndex index;
    private final LinkModel model;
    private final ReadTexts texts;
    private final SharedPhrases phrases;
    private final Passages passages;
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
        passages = phrases.passages(this.source);
    }

    CandidateLink write(Candidate candidate, LinkType type) {
        Profile target = index.profile(candidate.target());
        Mention mention = texts.mentions().find(number, candidate.target());
        Mention answer = texts.mentions().find(candidate.target(), number);
        List<SharedPhrase> shared = phrases.with(texts.text(candidate.target()));
        Grounds grounds = new Grounds(
                source,
                target,
                mention != null && mention.isPlain(source, target) ? Quote.of(source, mention, ROOM) : null,
                answer != null && answer.isPlain(target, source)
                        ? Quote.of(
                                target,
                                answer,
                                ROOM
                                        - Math.min(
                                                Reason.LONGEST_TITLE,
                                                target.title().length()))
                        : null,
                shared,
                said(shared));
        String reason = Reason.first(Reason.proposals(grounds), reasons);
        reasons.add(reason);
        return new CandidateLink(
                target.slug(),
                type.key(),
                candidate.confidence(),
                reason,
                evidence(candidate, grounds),
                contributions(candidate));
    }

    private @Nullable Quote said(List<SharedPhrase> shared) {
        if (shared.isEmpty() || reasons.size() >= MOST_QUOTED) {
            return null;
        }
        String opening = Reason.opening(Reason.best(shared, 2));
        return passages.about(shared, Math.max(LEAST_ROOM, ROOM - opening.length()));
    }

    private List<Evidence> evidence(Candidate candidate, Grounds grounds) {
        List<Evidence> evidence = new ArrayList<>();
        Quote mention = grounds.mention();
        Quote answer = grounds.answer();
        double named = weight(candidate, Feature.MENTION);
        if (mention != null) {
            evidence.add(
                    new Evidence(EvidenceKind.MENTION, mention.section(), mention.text(), List.of(), named, "", ""));
        }
        if (answer != null) {
            String slug = grounds.target().slug();
            double rest = mention == null ? named : 0;
            evidence.add(
                    new Evidence(EvidenceKind.MENTION, answer.section(), answer.text(), List.of(), rest, "", slug));
        }
        double words = weight(candidate, Feature.BODY_LIKENESS, Feature.HEAD_COSINE);
        List<String> shared = grounds.shared().stream()
                .limit(MOST_SHARED)
                .map(SharedPhrase::text)
                .toList();
        Quote said = grounds.said();
        if (said != null) {
            evidence.add(new Evidence(EvidenceKind.SHARED_SENTENCE, said.section(), said.text(), shared, words));
        } else if (!shared.isEmpty()) {
            evidence.add(new Evidence(EvidenceKind.SHARED_TERMS, "", "", shared, words));
        }
        double meaning = weight(candidate, Feature.MEANING_COSINE);
        if (meaning > 0) {
            evidence.add(new Evidence(EvidenceKind.SIMILAR_MEANING, "", "", List.of(), meaning));
        }
        double domain = weight(candidate, Feature.SAME_DOMAIN);
        if (domain > 0) {
            evidence.add(new Evidence(
                    EvidenceKind.SAME_DOMAIN, "", "", source.domains().subList(0, 1), domain));
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
}
