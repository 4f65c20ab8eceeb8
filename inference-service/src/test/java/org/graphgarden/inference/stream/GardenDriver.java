package org.graphgarden.inference.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.graphgarden.cloudevents.HeaderNames;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
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
import org.jspecify.annotations.Nullable;

/** The topology with simple models, driven record by record. A file is its title. */
final class GardenDriver implements AutoCloseable {
    static final String GARDEN = "allotment";
    static final String REPOSITORY = "patterns";

    /** Patterns that are in memory at most. */
    private static final int ROOM = 30;

    private final SchemaRegistry registry = MockSchemaRegistry.scope("garden-driver");
    private final Topology topology;
    private final TopologyTestDriver driver;
    private boolean resting;

    GardenDriver(EpochRule rule) {
        Postbox postbox = new Postbox(ValueSerdes.of(registry), InferenceListener.SILENT, Clock.systemUTC());
        topology = InferenceTopology.build(
                ValueSerdes.of(registry),
                new FirstLineProfiler(),
                new GardenTask.Setup(
                        new SameWordModels(),
                        rule,
                        0.5,
                        Runnable::run,
                        new Room(ROOM),
                        InferenceListener.SILENT,
                        new Pace(System::nanoTime),
                        Optional.empty()),
                postbox.poison());
        Properties properties = new Properties();
        properties.putAll(InferenceService.handlers(postbox));
        // Else the driver leaves a folder beside the temporary ones.
        properties.put(StreamsConfig.STATE_DIR_CONFIG, "target/kafka-streams");
        driver = new TopologyTestDriver(topology, properties);
    }

    Topology topology() {
        return topology;
    }

    @Override
    public void close() {
        driver.close();
    }

    void request(String garden, String cycle, long after) {
        send(
                Topic.PRUNE_REQUESTS,
                RecordKeys.ofCycle(garden, cycle),
                PruneRequest.newBuilder()
                        .setGarden(garden)
                        .setCycle(cycle)
                        .setDate(cycle)
                        .setAfter(List.of(new Position(REPOSITORY, after, "")))
                        .build());
    }

    void change(long sequence, String slug, String title) {
        change(GARDEN, sequence, slug, title);
    }

    void change(String garden, long sequence, String slug, String title) {
        send(
                Topic.PATTERN_CHANGES,
                RecordKeys.ofPattern(garden, slug),
                event(garden, sequence, slug)
                        .setKind(ChangeKind.ADDED)
                        .setContent(ByteBuffer.wrap(title.getBytes(UTF_8)))
                        .build());
    }

    void remove(long sequence, String slug) {
        send(
                Topic.PATTERN_CHANGES,
                RecordKeys.ofPattern(GARDEN, slug),
                event(GARDEN, sequence, slug).setKind(ChangeKind.REMOVED).build());
    }

    private static PatternChange.Builder event(String garden, long sequence, String slug) {
        return PatternChange.newBuilder()
                .setGarden(garden)
                .setRepository(REPOSITORY)
                .setSlug(slug)
                .setPath(slug + ".md")
                .setCommit("commit-" + sequence)
                .setSequence(sequence);
    }

    void closePush(long sequence, int changes) {
        closePush(GARDEN, sequence, changes);
    }

    void closePush(String garden, long sequence, int changes) {
        send(
                Topic.PUSHES_CLOSED,
                RecordKeys.ofRepository(garden, REPOSITORY),
                PushClosed.newBuilder()
                        .setGarden(garden)
                        .setRepository(REPOSITORY)
                        .setSequence(sequence)
                        .setCommit("commit-" + sequence)
                        .setChanges(changes)
                        .build());
    }

    private void send(Topic topic, String key, SpecificRecord value) {
        driver.createInputTopic(topic.topicName(), new StringSerializer(), new AvroSerializer<>(registry))
                .pipeInput(key, value);
        if (!resting) {
            work();
        }
    }

    /** A record as anybody may write it. */
    void raw(Topic topic, String key, byte @Nullable [] value, String push) {
        RecordHeaders headers = new RecordHeaders();
        if (!push.isEmpty()) {
            headers.add(HeaderNames.PUSH, push.getBytes(UTF_8));
        }
        driver.createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
        work();
    }

    /** A record of ours as anybody may write it. */
    void write(Topic topic, String key, SpecificRecord value) {
        send(topic, key, value);
    }

    List<DeadLetter> letters() {
        return this.<DeadLetter>output(Topic.DEAD_LETTERS).readValuesToList();
    }

    /** Sends records that come faster than anything is worked off. */
    void atOnce(Runnable records) {
        resting = true;
        records.run();
        resting = false;
    }

    /** Slices run on the wall clock: to place a push, to infer what it changes, and to answer who asked. */
    void work() {
        for (int slice = 0; slice < 3; slice++) {
            driver.advanceWallClockTime(Workbench.SLICE);
        }
    }

    /** The enriched table so far. */
    Map<String, EnrichedPattern> enriched() {
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

    List<CandidateLink> links() {
        return this.<CandidateLink>output(Topic.CANDIDATE_LINKS).readValuesToList();
    }

    <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new AvroDeserializer<T>(registry));
    }

    /** The file is its title. */
    static final class FirstLineProfiler implements Profiler {
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
