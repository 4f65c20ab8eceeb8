package org.graphgarden.pruner.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CauseCount;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.Decision;
import org.graphgarden.events.DecisionAction;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PublishedCommit;
import org.graphgarden.events.RefusedFile;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.events.Stage;
import org.graphgarden.pruner.publish.BlockReader;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishedRevision;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.Slices;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/** Writes down how a cycle went, for consumers. Long texts are cut so that every record stays within its limit. */
final class CycleEvents {
    private static final int MAX_BLOCK = 256 * 1024;
    private static final int MAX_DECISIONS = 1000;
    private static final int MAX_REFUSED = 2000;
    private static final int MAX_MESSAGE = 2000;
    /** How many revisions are held with their texts at once. */
    private static final int WINDOW = 128;

    private static final int SLICE = 16;

    private final Affirmation affirmation;
    private final SourceRecord source;

    /** @param source the affirmation as it stands on its topic */
    CycleEvents(Affirmation affirmation, SourceRecord source) {
        this.affirmation = affirmation;
        this.source = source;
    }

    /**
     * Everything a finished cycle says: its revisions by repository and slug, then itself. Texts are read from Git a window at
     * a time.
     *
     * @param sites the garden's repositories, whose clones hold what was revised
     */
    void finished(CycleReport report, List<Site> sites, Consumer<? super ProducerRecord<String, SpecificRecord>> out) {
        Map<String, Site> byName = sites.stream().collect(Collectors.toMap(Site::repository, site -> site));
        for (Publication publication : report.publications()) {
            for (List<PublishedRevision> window : Slices.of(publication.revisions(), WINDOW)) {
                Site site = Objects.requireNonNull(byName.get(publication.repository()));
                Slices.map(StopSign.NEVER, window, SLICE, slice -> revisions(publication, site, slice))
                        .forEach(out);
            }
        }
        out.accept(cycle(report));
    }

    private List<ProducerRecord<String, SpecificRecord>> revisions(
            Publication publication, Site site, List<PublishedRevision> revisions) {
        try (BlockReader blocks = BlockReader.of(site)) {
            return revisions.stream()
                    .map(revision -> revision(publication, revision, blocks))
                    .toList();
        }
    }

    /** What is said of a cycle that could not be run, or whose events could not be written. */
    List<ProducerRecord<String, SpecificRecord>> failed(String message, Instant startedAt, Instant now) {
        PruneCycle cycle = base(startedAt, now.toEpochMilli() - startedAt.toEpochMilli())
                .setOutcome(CycleOutcome.FAILED)
                .setMessage(cut(message, MAX_MESSAGE))
                .build();
        DeadLetter letter = Letters.of(ReasonCode.CYCLE_FAILED, Stage.PRUNE, message, source, now)
                .build();
        return List.of(
                new ProducerRecord<>(Topic.PRUNE_CYCLES.topicName(), key(), cycle),
                new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), source.keyText(), letter));
    }

    private ProducerRecord<String, SpecificRecord> revision(
            Publication publication, PublishedRevision revision, BlockReader blocks) {
        SectionRevision event = SectionRevision.newBuilder()
                .setGarden(affirmation.getGarden())
                .setSlug(revision.revision().slug())
                .setCycle(affirmation.getCycle())
                .setRepository(revision.revision().repository())
                .setPath(revision.revision().path())
                .setCommit(carrier(publication))
                .setBefore(block(blocks.before(revision)))
                .setAfter(cut(blocks.after(revision), MAX_BLOCK))
                .setDecisions(revision.revision().decisions().stream()
                        .limit(MAX_DECISIONS)
                        .map(CycleEvents::decision)
                        .toList())
                .setKept(revision.revision().kept())
                .build();
        String key = RecordKeys.ofPattern(
                affirmation.getGarden(), revision.revision().slug());
        return new ProducerRecord<>(Topic.SECTION_REVISIONS.topicName(), key, event);
    }

    /** A dry run's commit was made to be shown only: who follows revisions must not take it for one that stands. */
    private static @Nullable String carrier(Publication publication) {
        return publication.outcome() == Outcome.DRY_RUN ? null : publication.commit();
    }

    private ProducerRecord<String, SpecificRecord> cycle(CycleReport report) {
        PruneCycle cycle = base(report.startedAt(), report.duration().toMillis())
                .setOutcome(CycleOutcome.valueOf(report.outcome().name()))
                .setMessage(cut(report.message(), MAX_MESSAGE))
                .setCommits(report.publications().stream()
                        .filter(publication -> publication.commit() != null)
                        .map(CycleEvents::commit)
                        .toList())
                .setPatterns(report.patterns())
                .setRevisedSections(report.revisions().size())
                .setCauses(report.counts().entrySet().stream()
                        .map(count -> new CauseCount(
                                DecisionAction.valueOf(count.getKey().action().name()),
                                EntryKind.valueOf(count.getKey().kind().name()),
                                count.getKey().cause().id(),
                                count.getValue()))
                        .toList())
                .setRefused(report.refused().stream()
                        .limit(MAX_REFUSED)
                        .map(file -> new RefusedFile(
                                file.repository(), file.path(), file.code(), file.line(), cut(file.message(), 500)))
                        .toList())
                .setHealth(report.health() == null ? null : HealthRecords.of(report.health()))
                .build();
        return new ProducerRecord<>(Topic.PRUNE_CYCLES.topicName(), key(), cycle);
    }

    private PruneCycle.Builder base(Instant startedAt, long millis) {
        return PruneCycle.newBuilder()
                .setGarden(affirmation.getGarden())
                .setCycle(affirmation.getCycle())
                .setDate(affirmation.getDate())
                .setCut(affirmation.getCut())
                .setEpoch(affirmation.getEpoch())
                .setModel(affirmation.getModel())
                .setStartedAt(startedAt)
                .setDurationMillis(millis);
    }

    private String key() {
        return RecordKeys.ofCycle(affirmation.getGarden(), affirmation.getCycle());
    }

    private static PublishedCommit commit(Publication publication) {
        return new PublishedCommit(
                publication.repository(),
                publication.ref(),
                publication.commit(),
                publication.revisions().size(),
                publication.request());
    }

    private static Decision decision(org.graphgarden.pruner.plan.Decision decision) {
        return new Decision(
                DecisionAction.valueOf(decision.action().name()),
                decision.cause().id(),
                EntryKind.valueOf(decision.kind().name()),
                cut(decision.id(), 500),
                cut(decision.detail(), 500),
                decision.before(),
                decision.after());
    }

    private static @Nullable String block(String text) {
        return text.isEmpty() ? null : cut(text, MAX_BLOCK);
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
