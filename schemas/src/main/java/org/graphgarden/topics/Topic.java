package org.graphgarden.topics;

import static org.graphgarden.topics.CleanupPolicy.COMPACT;
import static org.graphgarden.topics.CleanupPolicy.COMPACT_AND_DELETE;
import static org.graphgarden.topics.CleanupPolicy.DELETE;
import static org.graphgarden.topics.Partitioning.GARDEN;
import static org.graphgarden.topics.Partitioning.WHOLE_KEY;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.IngestPosition;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.events.SectionRevision;

/** Every topic of Graph Garden, and what is fixed about it. {@link TopicCatalogue} adds what an installation chooses. */
public enum Topic {
    PUSHES("garden.pushes", "garden/#repository", GARDEN, DELETE, days(7), PushNoticed.class),
    PATTERN_CHANGES("garden.pattern-changes", "garden/slug", WHOLE_KEY, COMPACT, PatternChange.class),
    /** Its retention is long because the newest record of a quiet repository is the position from which to go on. */
    PUSHES_CLOSED(
            "garden.pushes-closed", "garden/#repository", GARDEN, COMPACT_AND_DELETE, days(3650), PushClosed.class),
    /** The ingest service's own memory; it is the truth about a position, because it also knows of unfinished pushes. */
    INGEST_POSITIONS("garden.ingest-positions", "garden/#repository", GARDEN, COMPACT, IngestPosition.class),
    PATTERN_PROFILES("garden.pattern-profiles", "garden/slug", GARDEN, COMPACT, PatternProfile.class),
    SECTION_FEEDBACK("garden.section-feedback", "garden/slug/kind/id", GARDEN, COMPACT, SectionFeedback.class),
    /** What was paid for once. The key holds everything that was asked, so no record ever says something else later. */
    LANGUAGE_MODEL_ANSWERS(
            "garden.language-model-answers", "garden/question", GARDEN, COMPACT, LanguageModelAnswer.class),
    ENRICHED_PATTERNS("garden.enriched-patterns", "garden/slug", GARDEN, COMPACT, EnrichedPattern.class),
    CANDIDATE_LINKS("garden.candidate-links", "garden/slug", GARDEN, DELETE, days(7), CandidateLink.class),
    PRUNE_REQUESTS("garden.prune-requests", "garden/cycle", GARDEN, DELETE, days(7), PruneRequest.class),
    AFFIRMATIONS("garden.affirmations", "garden/cycle", GARDEN, DELETE, days(7), Affirmation.class),
    SECTION_REVISIONS("garden.section-revisions", "garden/slug", GARDEN, DELETE, days(90), SectionRevision.class),
    PRUNE_CYCLES("garden.prune-cycles", "garden/cycle", GARDEN, COMPACT, PruneCycle.class),
    /** Keys are those of the source; every stage writes here, so the whole key decides. */
    DEAD_LETTERS("garden.dead-letters", "as the source", WHOLE_KEY, DELETE, days(30), DeadLetter.class);

    static {
        TrustedEvents.trust();
    }

    private static final Map<String, Topic> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Topic::topicName, Function.identity()));

    private final String topicName;
    private final String key;
    private final Partitioning partitioning;
    private final CleanupPolicy cleanup;
    private final Optional<Duration> retention;
    private final Class<? extends SpecificRecord> recordClass;

    Topic(
            String topicName,
            String key,
            Partitioning partitioning,
            CleanupPolicy cleanup,
            Class<? extends SpecificRecord> recordClass) {
        this(topicName, key, partitioning, cleanup, Optional.empty(), recordClass);
    }

    Topic(
            String topicName,
            String key,
            Partitioning partitioning,
            CleanupPolicy cleanup,
            Optional<Duration> retention,
            Class<? extends SpecificRecord> recordClass) {
        this.topicName = topicName;
        this.key = key;
        this.partitioning = partitioning;
        this.cleanup = cleanup;
        this.retention = retention;
        this.recordClass = recordClass;
    }

    /** The topic with this name on the broker, if it is one of ours. */
    public static Optional<Topic> named(String topicName) {
        return Optional.ofNullable(BY_NAME.get(topicName));
    }

    /** Name of the topic on the broker. */
    public String topicName() {
        return topicName;
    }

    /** The shape of its keys, for readers; {@link RecordKeys} builds and reads them. */
    public String key() {
        return key;
    }

    public Partitioning partitioning() {
        return partitioning;
    }

    public CleanupPolicy cleanup() {
        return cleanup;
    }

    /** How long records are kept; empty when they are compacted only. */
    public Optional<Duration> retention() {
        return retention;
    }

    public Class<? extends SpecificRecord> recordClass() {
        return recordClass;
    }

    /** The schema of its values, as this build reads and writes them. */
    public Schema schema() {
        return SpecificData.get().getSchema(recordClass);
    }

    /** Subject of its values in the registry (TopicNameStrategy). */
    public String subject() {
        return topicName + "-value";
    }

    /** The partition of a record with this key; what producers and Kafka Streams have to agree on. */
    public int partition(String recordKey, int partitions) {
        return partitioning.partition(recordKey, partitions);
    }

    private static Optional<Duration> days(int days) {
        return Optional.of(Duration.ofDays(days));
    }
}
