package org.graphgarden.standalone.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.RequestKind;
import org.graphgarden.events.Stage;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.stream.InferenceListener;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.standalone.SimpleModels;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Poison on every topic that a service reads, with a real broker: it is kept as a dead letter, and stops nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonedServicesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String UNREADABLE = "RECORD_UNREADABLE";

    private final Path temp;
    private final RunningBroker broker;
    private final Topics topics;

    PoisonedServicesTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "poisoned-services");
        this.topics = new Topics(broker.clients());
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldImportWhenHintsPositionsAndChangesCannotBeRead() throws Exception {
        try (Plot plot = new Plot("ingested", temp).pattern("mint", "")) {
            // given
            plot.commit();
            for (Topic topic : List.of(Topic.PUSHES, Topic.INGEST_POSITIONS)) {
                topics.poison(topic, "ingested");
            }

            // when
            try (IngestService service = plot.ingest(broker.clients(), temp.resolve("ingested-state"))) {
                service.start();
                await().atMost(DEADLINE)
                        .until(() -> !topics.read(Topic.PUSHES_CLOSED, "ingested", PushClosed.class)
                                        .isEmpty()
                                && topics.letters("ingested").size() == 4);
            }

            // then
            assertThat(topics.read(Topic.PATTERN_CHANGES, "ingested", PatternChange.class))
                    .extracting(PatternChange::getSlug)
                    .containsExactly("mint");
            assertThat(topics.letters("ingested"))
                    .extracting(PoisonedServicesTest::gist)
                    .containsExactlyInAnyOrder(
                            gist(UNREADABLE, Stage.INGEST, Topic.PUSHES, Topics.GARBAGE),
                            gist(UNREADABLE, Stage.INGEST, Topic.PUSHES, Topics.UNKNOWN_SCHEMA),
                            gist(UNREADABLE, Stage.INGEST, Topic.INGEST_POSITIONS, Topics.GARBAGE),
                            gist(UNREADABLE, Stage.INGEST, Topic.INGEST_POSITIONS, Topics.UNKNOWN_SCHEMA));
        }
    }

    @Test
    void shouldInferWhenRecordsCannotBeReadOrProcessed() {
        // given: a garden whose every step fails, and another with a pattern of which nothing can be inferred
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        InferenceListener listener = new InferenceListener() {
            @Override
            public void profiled(String garden) {
                if (garden.equals("stones")) {
                    throw new IllegalStateException("stumbled over a stone");
                }
            }
        };
        try (InferenceService service = new InferenceService(
                new InferenceSettings(1, Duration.ofMillis(100), 0.5, 0.1, false, 0, ""),
                // A thread that ends is missed by its group only after this time.
                broker.clients().with(Map.of("session.timeout.ms", 6000, "heartbeat.interval.ms", 1000)),
                SentenceModel.NONE,
                new SimpleModels("simple", PoisonedServicesTest::inferred),
                temp.resolve("streams"),
                listener,
                failures::add)) {
            service.start();
            byte[] large = new byte[Letters.MOST_ORIGINAL];
            topics.raw(Topic.PUSHES_CLOSED, "inferred/odd", large);
            for (Topic topic : List.of(
                    Topic.PATTERN_CHANGES,
                    Topic.PATTERN_PROFILES,
                    Topic.PUSHES_CLOSED,
                    Topic.PRUNE_REQUESTS,
                    Topic.LANGUAGE_MODEL_ANSWERS)) {
                topics.poison(topic, "inferred");
            }
            change("stones", "flint");

            // when
            change("inferred", "mint");
            change("inferred", "thorn");
            topics.closePush("inferred", 2);

            // then: a thread that ends because of a record says so
            await().dontCatchUncaughtExceptions()
                    .atMost(DEADLINE)
                    .until(() -> topics.letters("inferred").size() == 12
                            && topics.letters("stones").size() == 2
                            && topics.read(Topic.ENRICHED_PATTERNS, "inferred", EnrichedPattern.class)
                                            .size()
                                    == 1);
        }
        assertThat(failures).isEmpty();
        assertThat(topics.letters("stones"))
                .extracting(Letter::content)
                .extracting(DeadLetter::getCode)
                .containsOnly("PROCESSING_FAILED");
        assertThat(topics.letters("inferred"))
                .extracting(Letter::content)
                .filteredOn(letter -> letter.getCode().equals("INFERENCE_FAILED"))
                .extracting(DeadLetter::getPath)
                .containsExactly("thorn.md");
        assertThat(topics.letters("inferred"))
                .extracting(Letter::content)
                .filteredOn(letter -> letter.getOriginalSize() == Letters.MOST_ORIGINAL)
                .extracting(DeadLetter::getOriginal, DeadLetter::getSourceTopic)
                .containsExactly(tuple(null, Topic.PUSHES_CLOSED.topicName()));
        assertThat(topics.letters("inferred"))
                .filteredOn(letter -> letter.content().getCode().equals(UNREADABLE))
                .hasSize(11);
    }

    @Test
    void shouldPruneWhenAffirmationsPatternsFeedbackAndCyclesCannotBeRead() throws Exception {
        try (Plot plot = new Plot("pruned", temp).pattern("mint", "graph_garden: &a\n  entities: []\n")) {
            // given
            plot.commit();
            for (Topic topic :
                    List.of(Topic.AFFIRMATIONS, Topic.ENRICHED_PATTERNS, Topic.SECTION_FEEDBACK, Topic.PRUNE_CYCLES)) {
                topics.poison(topic, "pruned");
            }
            topics.send(Topic.AFFIRMATIONS, "pruned/2026-03-02", affirmation("2026-03-02"));
            topics.send(Topic.AFFIRMATIONS, "pruned/2026-03-09", affirmation("2026-03-09"));

            // when
            Surroundings surroundings = new Surroundings(Clock.systemUTC(), new Random(7), pause -> {}, StopSign.NEVER);
            try (PrunerService service = new PrunerService(new PrunerService.Setup(
                    broker.clients(), Map.of("pruned", plot.pruned()), CycleListener.SILENT, surroundings))) {
                service.start();
                await().atMost(DEADLINE)
                        .until(() -> topics.read(Topic.PRUNE_CYCLES, "pruned", PruneCycle.class)
                                        .size()
                                == 2);
            }

            // then: what cannot be written is told once, not by each cycle
            assertThat(topics.read(Topic.PRUNE_CYCLES, "pruned", PruneCycle.class))
                    .extracting(PruneCycle::getOutcome)
                    .containsOnly(CycleOutcome.NOTHING_TO_CHANGE);
            assertThat(topics.letters("pruned"))
                    .extracting(letter -> letter.content().getCode())
                    .containsExactlyInAnyOrder(
                            UNREADABLE,
                            UNREADABLE,
                            UNREADABLE,
                            UNREADABLE,
                            UNREADABLE,
                            UNREADABLE,
                            UNREADABLE,
                            UNREADABLE,
                            "BLOCK_ANCHORED");
            assertThat(topics.letters("pruned"))
                    .filteredOn(letter -> letter.content().getCode().equals("BLOCK_ANCHORED"))
                    .allSatisfy(letter -> {
                        assertThat(letter.content().getPath()).isEqualTo("mint.md");
                        assertThat(UTF_8.decode(letter.content().getOriginal().duplicate())
                                        .toString())
                                .contains("graph_garden: &a");
                    });
        }
    }

    private static Affirmation affirmation(String cycle) {
        return Affirmation.newBuilder()
                .setGarden("pruned")
                .setCycle(cycle)
                .setKind(RequestKind.SCHEDULED)
                .setDate(cycle)
                .setModel("test")
                .build();
    }

    private void change(String garden, String slug) {
        topics.send(
                Topic.PATTERN_CHANGES,
                RecordKeys.ofPattern(garden, slug),
                PatternChange.newBuilder()
                        .setGarden(garden)
                        .setRepository("beds")
                        .setSlug(slug)
                        .setPath(slug + ".md")
                        .setCommit("c1")
                        .setSequence(1)
                        .setKind(ChangeKind.ADDED)
                        .setContent(ByteBuffer.wrap(("---\nslug: " + slug + "\n---\n\nBody\n").getBytes(UTF_8)))
                        .build());
    }

    private static Enrichment inferred(String slug, Map<String, Profile> garden) {
        if (slug.equals("thorn")) {
            throw new IllegalStateException("it stings");
        }
        return new Enrichment(List.of(), List.of(), List.of(), 0);
    }

    private static Tuple gist(Letter letter) {
        DeadLetter content = letter.content();
        return tuple(content.getCode(), content.getStage(), content.getSourceTopic(), content.getOriginal());
    }

    private static Tuple gist(String code, Stage stage, Topic topic, byte[] original) {
        return tuple(code, stage, topic.topicName(), ByteBuffer.wrap(original));
    }
}
