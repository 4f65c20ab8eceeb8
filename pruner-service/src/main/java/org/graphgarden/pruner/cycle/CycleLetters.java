package org.graphgarden.pruner.cycle;

import static java.util.stream.Collectors.toMap;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.Stage;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeFile;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.RefusedFile;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * The dead letters of a cycle that came to an end: files that could not be written, and repositories where publishing gave up. What
 * cannot even be read, ingest has told of; what the cycle before refused for the same reason, that one has.
 */
final class CycleLetters {
    private final PrunerService.Setup setup;
    private final ConsumerRecord<String, Affirmation> record;
    private final String garden;

    CycleLetters(PrunerService.Setup setup, ConsumerRecord<String, Affirmation> record) {
        this.setup = setup;
        this.record = record;
        this.garden = record.value().getGarden();
    }

    /** What a refusal is recognised by in the cycle behind. */
    private record Refusal(String repository, String path, String code, int line) {}

    List<ProducerRecord<String, SpecificRecord>> of(CycleReport report, PrunedGarden pruned, Instant now) {
        List<ProducerRecord<String, SpecificRecord>> letters = new ArrayList<>();
        for (Publication publication : report.publications()) {
            outcome(publication).ifPresent(code -> letters.add(gaveUp(code, publication, now)));
        }
        List<RefusedFile> refused = report.refused().stream()
                .filter(file -> ReasonCode.named(file.code())
                        .filter(code -> code.stages().contains(Stage.PRUNE))
                        .isPresent())
                .toList();
        if (!refused.isEmpty()) {
            Set<Refusal> told = toldBefore();
            for (Site site : pruned.sites()) {
                List<RefusedFile> fresh = refused.stream()
                        .filter(file -> file.repository().equals(site.repository()))
                        .filter(file -> !told.contains(refusal(file)))
                        .toList();
                letters.addAll(leftAlone(site, base(report, site), fresh, now));
            }
        }
        return letters;
    }

    private static Optional<ReasonCode> outcome(Publication publication) {
        return switch (publication.outcome()) {
            case FAILED -> Optional.of(ReasonCode.PUBLICATION_FAILED);
            case REQUEST_FAILED -> Optional.of(ReasonCode.REQUEST_FAILED);
            case PUSH_REJECTED -> Optional.of(ReasonCode.PUSH_REJECTED);
            case FOREIGN_BRANCH -> Optional.of(ReasonCode.FOREIGN_BRANCH);
            case PUBLISHED, ALREADY_PUBLISHED, NOTHING_TO_CHANGE, DRY_RUN -> Optional.empty();
        };
    }

    /** Its source is the affirmation: who replays it has the cycle run again. */
    private ProducerRecord<String, SpecificRecord> gaveUp(ReasonCode code, Publication publication, Instant now) {
        SourceRecord source = new AffirmationSource(setup.clients()).of(record);
        return new ProducerRecord<>(
                Topic.DEAD_LETTERS.topicName(),
                source.keyText(),
                Letters.of(code, Stage.PRUNE, publication.message(), source, now)
                        .setRepository(publication.repository())
                        .setCommit(publication.base())
                        .build());
    }

    private static void original(DeadLetter.Builder letter, BlobContent content) {
        if (content instanceof BlobContent.TooLarge large) {
            letter.setOriginalSize(large.size());
        } else if (content instanceof BlobContent.Bytes whole) {
            letter.setOriginalSize(whole.bytes().length);
            letter.setOriginal(ByteBuffer.wrap(whole.bytes()));
        }
    }

    private List<ProducerRecord<String, SpecificRecord>> leftAlone(
            Site site, String base, List<RefusedFile> files, Instant now) {
        List<ProducerRecord<String, SpecificRecord>> letters = new ArrayList<>();
        if (files.isEmpty()) {
            return letters;
        }
        PatternTree tree = site.mirror().tree(site.filter());
        Map<String, TreeFile> byPath =
                base.isEmpty() ? Map.of() : tree.list(base).stream().collect(toMap(TreeFile::path, file -> file));
        try (BlobReader reader = tree.reader()) {
            for (RefusedFile file : files) {
                DeadLetter.Builder letter = Letters.of(
                                ReasonCode.valueOf(file.code()), Stage.PRUNE, file.message(), now)
                        .setGarden(garden)
                        .setRepository(file.repository())
                        .setPath(file.path())
                        .setCommit(base)
                        .setLine(file.line());
                TreeFile found = byPath.get(file.path());
                if (found != null) {
                    original(letter, reader.read(found.blob()));
                }
                letters.add(new ProducerRecord<>(
                        Topic.DEAD_LETTERS.topicName(),
                        RecordKeys.ofRepository(garden, file.repository()),
                        letter.build()));
            }
        }
        return letters;
    }

    private static String base(CycleReport report, Site site) {
        return report.publications().stream()
                .filter(publication -> publication.repository().equals(site.repository()))
                .map(Publication::base)
                .findFirst()
                .orElse("");
    }

    private Set<Refusal> toldBefore() {
        Set<Refusal> told = new HashSet<>();
        TopicReader.settled(setup.clients()).readTable(Topic.PRUNE_CYCLES, garden, PruneCycle.class).values().stream()
                .filter(cycle -> !Records.dry(cycle))
                .max(Comparator.comparing(PruneCycle::getStartedAt))
                .ifPresent(cycle -> cycle.getRefused()
                        .forEach(file -> told.add(
                                new Refusal(file.getRepository(), file.getPath(), file.getCode(), file.getLine()))));
        return told;
    }

    private static Refusal refusal(RefusedFile file) {
        return new Refusal(file.repository(), file.path(), file.code(), file.line());
    }
}
