package org.graphgarden.inference.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.events.LinkState;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.Position;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.registry.AvroDeserializer;
import org.graphgarden.registry.AvroSerializer;
import org.graphgarden.registry.MockSchemaRegistry;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.registry.ValueSerdes;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InferenceTopologyTest {
    private static final String GARDEN = "allotment";
    private static final String REPOSITORY = "patterns";

    private final SchemaRegistry registry = MockSchemaRegistry.scope("inference-topology-test");
    private final Topology topology = InferenceTopology.build(
            ValueSerdes.of(registry), new FirstLineProfiler(), new SameWordModels(), 0.5, InferenceListener.SILENT);
    private final TopologyTestDriver driver = new TopologyTestDriver(topology, new Properties());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldKeepTheTopologyThatRunningClustersHave() throws IOException {
        // given
        try (var golden = InferenceTopologyTest.class.getResourceAsStream("topology.txt")) {
            String expected = new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8);

            // when
            String description = topology.describe().toString();

            // then
            assertThat(description)
                    .as(
                            "renaming an operator or store orphans what a running cluster holds; if that is meant, change topology.txt")
                    .isEqualToNormalizingNewlines(expected);
        }
    }

    @Test
    void shouldInferNothingWhenPushIsNotClosed() {
        // when
        change(1, "rain-barrel", "Rain Barrel");

        // then
        assertThat(enriched()).isEmpty();
    }

    @Test
    void shouldInferWholePushWhenClosed() {
        // given
        change(1, "rain-barrel", "Rain Barrel");
        change(1, "rain-garden", "Rain Garden");

        // when
        closePush(1, 2);

        // then
        Map<String, EnrichedPattern> table = enriched();
        assertThat(table).containsOnlyKeys("rain-barrel", "rain-garden");
        assertThat(targets(table, "rain-barrel")).containsExactly("rain-garden");
        assertThat(table.values()).allSatisfy(pattern -> {
            assertThat(pattern.getEpoch()).isEqualTo(1);
            assertThat(pattern.getCut()).containsExactly(new Position(REPOSITORY, 1L, "commit-1"));
        });
    }

    @Test
    void shouldGiveTheSameTableWhateverOrderRecordsComeIn() {
        // given
        List<Runnable> arrivals = new ArrayList<>(List.of(
                () -> change(1, "rain-barrel", "Rain Barrel"),
                () -> change(1, "rain-garden", "Rain Garden"),
                () -> change(1, "tool-shed", "Tool Shed"),
                () -> closePush(1, 3),
                () -> change(2, "tool-shed", "Tool Barrel"),
                () -> remove(2, "rain-garden"),
                () -> closePush(2, 2)));
        Collections.shuffle(arrivals, new Random(17));

        // when
        arrivals.forEach(Runnable::run);

        // then
        Map<String, EnrichedPattern> table = enriched();
        assertThat(table).containsOnlyKeys("rain-barrel", "tool-shed");
        assertThat(targets(table, "rain-barrel")).containsExactly("tool-shed");
    }

    @Test
    void shouldDescribeRecordsAndTombstonesInTheirHeaders() {
        // given
        change(1, "rain-barrel", "Rain Barrel");
        closePush(1, 1);
        remove(2, "rain-barrel");

        // when
        closePush(2, 1);

        // then
        var records = this.<EnrichedPattern>output(Topic.ENRICHED_PATTERNS).readRecordsToList();
        assertThat(records)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly(EnrichedPattern.class.getName(), EnrichedPattern.class.getName() + ".removed");
        assertThat(records).extracting(record -> header(record, "ce_id")).doesNotHaveDuplicates();
        assertThat(header(records.get(1), "garden-cut")).isEqualTo(REPOSITORY + ":2:commit-2");
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void shouldChangeNothingWhenPushIsRepeated() {
        // given
        change(1, "rain-barrel", "Rain Barrel");
        closePush(1, 1);
        enriched();

        // when
        change(1, "rain-barrel", "Rain Barrel");
        closePush(1, 1);

        // then
        assertThat(enriched()).isEmpty();
    }

    @Test
    void shouldTellConsumersWhichLinksHoldNoMore() {
        // given
        change(1, "rain-barrel", "Rain Barrel");
        change(1, "rain-garden", "Rain Garden");
        closePush(1, 2);

        // when
        change(2, "rain-garden", "Herb Garden");
        closePush(2, 1);

        // then
        assertThat(links().stream()
                        .map(link -> link.getSlug() + " " + link.getState() + " " + link.getTarget())
                        .toList())
                .containsExactly(
                        "rain-barrel " + LinkState.OBSERVED + " rain-garden",
                        "rain-garden " + LinkState.OBSERVED + " rain-barrel",
                        "rain-barrel " + LinkState.RETRACTED + " rain-garden",
                        "rain-garden " + LinkState.RETRACTED + " rain-barrel");
    }

    @Test
    void shouldAffirmOnlyWhenTheAskedForPushHasBeenInferred() {
        // given
        send(
                Topic.PRUNE_REQUESTS,
                RecordKeys.ofCycle(GARDEN, "2026-05-01"),
                PruneRequest.newBuilder()
                        .setGarden(GARDEN)
                        .setCycle("2026-05-01")
                        .setDate("2026-05-01")
                        .setAfter(List.of(new Position(REPOSITORY, 1L, "")))
                        .build());
        change(1, "rain-barrel", "Rain Barrel");
        TestOutputTopic<String, Affirmation> affirmations = output(Topic.AFFIRMATIONS);
        assertThat(affirmations.isEmpty()).isTrue();

        // when
        closePush(1, 1);

        // then
        work();
        Affirmation affirmation = affirmations.readValue();
        assertThat(affirmation.getCycle()).isEqualTo("2026-05-01");
        assertThat(affirmation.getPatterns()).isEqualTo(1);
        assertThat(affirmation.getCut()).containsExactly(new Position(REPOSITORY, 1L, "commit-1"));
        assertThat(affirmations.isEmpty()).isTrue();
    }

    @Test
    void shouldBuryWhatCannotBeProfiledAndGoOnWithTheRest() {
        // given
        change(1, "rain-barrel", "Rain Barrel");
        change(1, "broken", FirstLineProfiler.POISON);

        // when
        closePush(1, 2);

        // then
        assertThat(enriched()).containsOnlyKeys("rain-barrel");
        DeadLetter buried = this.<DeadLetter>output(Topic.DEAD_LETTERS).readValue();
        assertThat(buried.getCode()).isEqualTo(Profiler.FAILED);
        assertThat(buried.getPath()).isEqualTo("broken.md");
        assertThat(UTF_8.decode(buried.getOriginal()).toString()).isEqualTo(FirstLineProfiler.POISON);
        assertThat(buried.getSourceTopic()).isEqualTo(Topic.PATTERN_CHANGES.topicName());
    }

    private void change(long sequence, String slug, String title) {
        send(
                Topic.PATTERN_CHANGES,
                RecordKeys.ofPattern(GARDEN, slug),
                event(sequence, slug)
                        .setKind(ChangeKind.ADDED)
                        .setContent(ByteBuffer.wrap(title.getBytes(UTF_8)))
                        .build());
    }

    private void remove(long sequence, String slug) {
        send(
                Topic.PATTERN_CHANGES,
                RecordKeys.ofPattern(GARDEN, slug),
                event(sequence, slug).setKind(ChangeKind.REMOVED).build());
    }

    private static PatternChange.Builder event(long sequence, String slug) {
        return PatternChange.newBuilder()
                .setGarden(GARDEN)
                .setRepository(REPOSITORY)
                .setSlug(slug)
                .setPath(slug + ".md")
                .setCommit("commit-" + sequence)
                .setSequence(sequence);
    }

    private void closePush(long sequence, int changes) {
        send(
                Topic.PUSHES_CLOSED,
                RecordKeys.ofRepository(GARDEN, REPOSITORY),
                PushClosed.newBuilder()
                        .setGarden(GARDEN)
                        .setRepository(REPOSITORY)
                        .setSequence(sequence)
                        .setCommit("commit-" + sequence)
                        .setChanges(changes)
                        .build());
    }

    private void send(Topic topic, String key, SpecificRecord value) {
        driver.createInputTopic(topic.topicName(), new StringSerializer(), new AvroSerializer<>(registry))
                .pipeInput(key, value);
        work();
    }

    /** Slices run on the wall clock. */
    private void work() {
        driver.advanceWallClockTime(GardenTask.SLICE);
    }

    /** The enriched table so far. */
    private Map<String, EnrichedPattern> enriched() {
        Map<String, EnrichedPattern> table = new TreeMap<>();
        this.<EnrichedPattern>output(Topic.ENRICHED_PATTERNS)
                .readRecordsToList()
                .forEach(record -> {
                    if (record.value() == null) {
                        table.remove(RecordKeys.slug(record.key()));
                    } else {
                        table.put(RecordKeys.slug(record.key()), record.value());
                    }
                });
        return table;
    }

    private static List<String> targets(Map<String, EnrichedPattern> table, String slug) {
        return Objects.requireNonNull(table.get(slug)).getLinks().stream()
                .map(Link::getTarget)
                .toList();
    }

    private List<CandidateLink> links() {
        return this.<CandidateLink>output(Topic.CANDIDATE_LINKS).readValuesToList();
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new AvroDeserializer<T>(registry));
    }

    /** The file is its title. */
    private static final class FirstLineProfiler implements Profiler {
        static final String POISON = "poison";

        @Override
        public Profile profile(PatternChange change) {
            String title = UTF_8.decode(change.getContent().duplicate()).toString();
            if (title.equals(POISON)) {
                throw new IllegalArgumentException("no title");
            }
            return new Profile(
                    change.getSlug(),
                    "",
                    title,
                    List.of(),
                    "",
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Embedding.NONE);
        }

        @Override
        public String sentenceModel() {
            return "";
        }
    }
}
