package org.graphgarden.inference.stream;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.Contribution;
import org.graphgarden.events.CuratedLink;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Entity;
import org.graphgarden.events.EntryFeedback;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Evidence;
import org.graphgarden.events.EvidenceKind;
import org.graphgarden.events.Link;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.events.TextSection;
import org.graphgarden.events.Verdict;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.inference.profile.Feedback.RejectedLink;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Seams;

/** Maps between the events on the topics and what the pure packages speak of. */
final class Records {
    private Records() {}

    /** What every answer to a change carries, whatever became of it. */
    static PatternProfile.Builder answerTo(PatternChange change, ProfileOutcome outcome) {
        return PatternProfile.newBuilder()
                .setGarden(change.getGarden())
                .setSlug(change.getSlug())
                .setOutcome(outcome)
                .setRenamedTo(change.getRenamedTo())
                .setRepository(change.getRepository())
                .setPath(change.getPath())
                .setCommit(change.getCommit())
                .setSequence(change.getSequence())
                .setContentHash(change.getContentHash())
                .setFeedback(change.getFeedback());
    }

    /** The answer in place of a profile that cannot be written. */
    static PatternProfile failed(PatternProfile profile, ReasonCode code) {
        return PatternProfile.newBuilder()
                .setGarden(profile.getGarden())
                .setSlug(profile.getSlug())
                .setOutcome(ProfileOutcome.FAILED)
                .setFailureCode(code.name())
                .setRepository(profile.getRepository())
                .setPath(profile.getPath())
                .setCommit(profile.getCommit())
                .setSequence(profile.getSequence())
                .setContentHash(profile.getContentHash())
                .build();
    }

    static PatternProfile profiled(PatternChange change, Profile profile, String sentenceModel) {
        return answerTo(change, ProfileOutcome.PROFILED)
                .setFeedback(said(change, profile))
                .setId(profile.id())
                .setTitle(profile.title())
                .setAliases(profile.aliases())
                .setSummary(profile.summary())
                .setKeywords(profile.keywords())
                .setTension(profile.tension())
                .setDomains(profile.domains())
                .setCurated(profile.curated().stream()
                        .map(relation -> new CuratedLink(relation.type(), relation.target(), relation.list()))
                        .toList())
                .setEntities(profile.entities().stream()
                        .map(entity -> new Entity(entity.id(), entity.type(), entity.label(), entity.relevance()))
                        .toList())
                .setAbsentNames(profile.absentNames())
                .setSeams(profile.seams().offsets())
                .setSections(profile.sections().stream()
                        .map(section -> new TextSection(section.heading(), section.text()))
                        .toList())
                .setPhrases(profile.phrases())
                .setEmbedding(profile.embedding().toBytes())
                .setEmbeddingModel(profile.embedding().isEmpty() ? "" : sentenceModel)
                .build();
    }

    /** What stewards' edits say, and what the file says itself. */
    private static List<EntryFeedback> said(PatternChange change, Profile profile) {
        if (!profile.feedback().optedOut() || feedback(change.getFeedback()).optedOut()) {
            return change.getFeedback();
        }
        List<EntryFeedback> said = new ArrayList<>(change.getFeedback());
        said.add(new EntryFeedback(EntryKind.SECTION, "", Verdict.OPTED_OUT, null));
        return said;
    }

    static Profile profile(PatternProfile event) {
        return new Profile(
                event.getSlug(),
                event.getId(),
                event.getTitle(),
                event.getAliases(),
                event.getSummary(),
                event.getKeywords(),
                event.getTension(),
                event.getDomains(),
                event.getCurated().stream()
                        .map(link -> new Profile.CuratedRelation(link.getType(), link.getTarget(), link.getList()))
                        .toList(),
                event.getEntities().stream()
                        .map(e -> new Profile.EntityMention(e.getId(), e.getType(), e.getLabel(), e.getRelevance()))
                        .toList(),
                event.getAbsentNames(),
                event.getSections().stream()
                        .map(section -> new Profile.TextSection(section.getHeading(), section.getText()))
                        .toList(),
                event.getPhrases(),
                Embedding.fromBytes(event.getEmbedding()),
                feedback(event.getFeedback()),
                Seams.of(event.getSeams()));
    }

    /** What inference has to obey; what is pinned or promoted takes nothing away from what it may propose. */
    private static Feedback feedback(List<EntryFeedback> said) {
        List<RejectedLink> links = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        boolean optedOut = false;
        for (EntryFeedback entry : said) {
            boolean rejected = entry.getVerdict() == Verdict.REJECTED;
            if (rejected && entry.getKind() == EntryKind.LINK) {
                links.add(new RejectedLink(entry.getId(), entry.getConfidence()));
            } else if (rejected && entry.getKind() == EntryKind.ENTITY) {
                entities.add(entry.getId());
            }
            optedOut |= entry.getVerdict() == Verdict.OPTED_OUT;
        }
        return new Feedback(links, entities, optedOut);
    }

    static EnrichedPattern enriched(PatternProfile profile, Enrichment enrichment, Affirmation cut) {
        return EnrichedPattern.newBuilder()
                .setGarden(profile.getGarden())
                .setSlug(profile.getSlug())
                .setTitle(profile.getTitle())
                .setSummary(profile.getSummary())
                .setRepository(profile.getRepository())
                .setPath(profile.getPath())
                .setCommit(profile.getCommit())
                .setContentHash(profile.getContentHash())
                .setCut(cut.getCut())
                .setEpoch(cut.getEpoch())
                .setModel(cut.getModel())
                .setEntities(enrichment.entities().stream()
                        .map(e -> new Entity(e.id(), e.type(), e.label(), e.relevance()))
                        .toList())
                .setLinks(enrichment.links().stream().map(Records::link).toList())
                .setNearDuplicates(enrichment.nearDuplicates())
                .setAbsentNames(profile.getAbsentNames())
                .build();
    }

    /** The same inference of a file that was written anew but says the same. */
    static EnrichedPattern restated(EnrichedPattern before, PatternProfile profile, Affirmation cut) {
        return EnrichedPattern.newBuilder(before)
                .setRepository(profile.getRepository())
                .setPath(profile.getPath())
                .setCommit(profile.getCommit())
                .setContentHash(profile.getContentHash())
                .setAbsentNames(profile.getAbsentNames())
                .setCut(cut.getCut())
                .setEpoch(cut.getEpoch())
                .build();
    }

    private static Link link(CandidateLink link) {
        List<Evidence> evidence = link.evidence().stream()
                .map(e -> new Evidence(
                        kind(e.kind()), e.section(), e.quote(), e.shared(), e.weight(), e.statement(), e.quoted()))
                .toList();
        List<Contribution> contributions = link.contributions().stream()
                .map(each -> new Contribution(each.feature(), each.amount()))
                .toList();
        return new Link(link.target(), link.type(), link.confidence(), link.reason(), evidence, contributions);
    }

    private static EvidenceKind kind(CandidateLink.EvidenceKind kind) {
        return switch (kind) {
            case MENTION -> EvidenceKind.MENTION;
            case SHARED_TERMS -> EvidenceKind.SHARED_TERMS;
            case SHARED_SENTENCE -> EvidenceKind.SHARED_SENTENCE;
            case SHARED_ENTITIES -> EvidenceKind.SHARED_ENTITIES;
            case SIMILAR_MEANING -> EvidenceKind.SIMILAR_MEANING;
            case SAME_DOMAIN -> EvidenceKind.SAME_DOMAIN;
            case MODEL_VERDICT -> EvidenceKind.MODEL_VERDICT;
            case MODEL_WORDING -> EvidenceKind.MODEL_WORDING;
        };
    }
}
