package org.graphgarden.standalone.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.Stage;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.kafka.LogEnds;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.standalone.cli.GardenCommand;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Replaying letters with a real broker. Each test has a garden of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String SCOPE = "replay-test";

    private final Path temp;
    private final RunningBroker broker;
    private final Topics topics;

    ReplayTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, SCOPE);
        this.topics = new Topics(broker.clients());
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldWriteARecordAgainOnce() {
        // given
        RecordHeaders headers = new RecordHeaders();
        headers.add("colour", "green".getBytes(UTF_8));
        topics.send(
                Topic.DEAD_LETTERS,
                "once/#beds",
                letter(new SourceRecord(
                        Topic.PUSHES_CLOSED.topicName(), 1, 4, "once/#beds".getBytes(UTF_8), Topics.GARBAGE, headers)));
        Letter letter = topics.letters("once").get(0);

        // when
        Replay.Outcome first = replay(letter.id());
        Replay.Outcome second = replay(letter.id());

        // then
        assertThat(first).isInstanceOf(Replay.Outcome.Done.class);
        assertThat(second).isInstanceOf(Replay.Outcome.Before.class);
        List<ConsumerRecord<byte[], byte[]>> written = written(Topic.PUSHES_CLOSED, 1, "once");
        assertThat(written).hasSize(1);
        assertThat(written.get(0).value()).isEqualTo(Topics.GARBAGE);
        assertThat(written.get(0).key()).isEqualTo("once/#beds".getBytes(UTF_8));
        assertThat(written.get(0).headers())
                .extracting(header -> header.key(), header -> new String(header.value(), UTF_8))
                .containsExactly(
                        tuple("colour", "green"),
                        tuple("garden-replay-of", letter.id().toString()));
        assertThat(topics.letters("once")).hasSize(1).allMatch(each -> each.replayedAt()
                .isPresent());
    }

    @Test
    void shouldTakeWhatWasTooLargeForALetterFromItsTopic() {
        // given
        byte[] large = new byte[Letters.MOST_ORIGINAL];
        large[7] = 7;
        topics.raw(Topic.AFFIRMATIONS, "large/c", large);
        ConsumerRecord<byte[], byte[]> source = IntStream.range(0, 2)
                .mapToObj(partition -> written(Topic.AFFIRMATIONS, partition, "large"))
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        topics.send(Topic.DEAD_LETTERS, "large/c", letter(SourceRecord.of(source)));

        // when
        Replay.Outcome outcome = replay(topics.letters("large").get(0).id());

        // then
        assertThat(outcome).isInstanceOf(Replay.Outcome.Done.class);
        assertThat(written(Topic.AFFIRMATIONS, source.partition(), "large"))
                .hasSize(2)
                .allMatch(record -> record.value()[7] == 7);
    }

    @Test
    void shouldLetOnlyTheLastOfTwoOperatorsReplay() {
        // given
        topics.send(
                Topic.DEAD_LETTERS,
                "two/#beds",
                letter(new SourceRecord(
                        Topic.PUSHES_CLOSED.topicName(),
                        0,
                        4,
                        "two/#beds".getBytes(UTF_8),
                        Topics.GARBAGE,
                        new RecordHeaders())));
        LetterId id = topics.letters("two").get(0).id();
        try (Replay first = Replay.begin(broker.clients(), Clock.systemUTC());
                Replay second = Replay.begin(broker.clients(), Clock.systemUTC())) {
            // when
            Replay.Outcome outcome = second.replay(find(second, id));
            Throwable failure = catchThrowable(() -> first.replay(find(first, id)));

            // then
            assertThat(outcome).isInstanceOf(Replay.Outcome.Done.class);
            assertThat(Replay.isFenced(failure)).isTrue();
        }
        assertThat(written(Topic.PUSHES_CLOSED, 0, "two")).hasSize(1);
    }

    @Test
    void shouldReadAFileAgainAndTellOfItInANewPush() throws Exception {
        try (Plot plot = new Plot("files", temp).pattern("mint", "").pattern("sage", "title: twice\n");
                IngestService service = plot.ingest(broker.clients(), temp.resolve("files-state"))) {
            // given a file that was told of and could not be profiled, another of which only the slug is known, and one
            // that
            // ingest refuses
            plot.pattern("thyme", "").commit();
            service.start();
            await().atMost(DEADLINE)
                    .until(() -> topics.letters("files").size() == 1
                            && changes("files").size() == 2);
            Letter refused = topics.letters("files").get(0);
            assertThat(refused.content().getCode()).isEqualTo("DUPLICATE_KEY");
            topics.send(
                    Topic.DEAD_LETTERS,
                    "files/mint",
                    Letters.of(ReasonCode.PROFILE_FAILED, Stage.PROFILE, "failed", NOON)
                            .setGarden("files")
                            .setRepository("beds")
                            .setPath("mint.md")
                            .setSourceTopic(Topic.PATTERN_CHANGES.topicName())
                            .build());
            topics.send(
                    Topic.DEAD_LETTERS,
                    "files/thyme",
                    Letters.of(ReasonCode.RECORD_UNREADABLE, Stage.PROFILE, "failed", NOON)
                            .setGarden("files")
                            .setRepository("beds")
                            .setSourceTopic(Topic.PATTERN_CHANGES.topicName())
                            .setOriginal(ByteBuffer.wrap(Topics.GARBAGE))
                            .setOriginalSize(Topics.GARBAGE.length)
                            .build());

            // when
            for (Letter letter : topics.letters("files")) {
                assertThat(replay(letter.id())).isInstanceOf(Replay.Outcome.Done.class);
            }

            // then
            await().atMost(DEADLINE)
                    .until(() -> changes("files").size() == 4
                            && topics.letters("files").size() == 4);
            assertThat(changes("files"))
                    .filteredOn(change -> change.getSequence() > 1)
                    .extracting(PatternChange::getSlug, PatternChange::getKind)
                    .containsExactlyInAnyOrder(tuple("mint", ChangeKind.MODIFIED), tuple("thyme", ChangeKind.MODIFIED));
            assertThat(topics.letters("files"))
                    .filteredOn(letter -> letter.replayedAt().isEmpty())
                    .extracting(letter -> letter.content().getCode(), letter -> letter.content()
                            .getPath())
                    .containsExactly(tuple("DUPLICATE_KEY", "sage.md"));
        }
    }

    @Test
    void shouldListShowAndReplayFromTheCommandLine() {
        // given
        topics.send(
                Topic.DEAD_LETTERS,
                "line/c",
                letter(new SourceRecord(
                        Topic.AFFIRMATIONS.topicName(),
                        1,
                        9,
                        "line/c".getBytes(UTF_8),
                        Topics.GARBAGE,
                        new RecordHeaders())));
        String id = topics.letters("line").get(0).id().toString();

        // then
        assertThat(garden("list", "--garden", "line"))
                .startsWith("0\nID")
                .contains(id, "RECORD_UNREADABLE", "garden.affirmations-1@9");
        assertThat(garden("list", "--garden", "line", "--json"))
                .contains("\"id\":\"" + id + "\"", "\"replayedAt\":null");
        assertThat(garden("show", id)).startsWith("0\n").contains("what to do", "14 bytes, kept");
        assertThat(garden("show", "0@999999")).startsWith("2\n").contains("there is no letter");
        assertThat(garden("show", "x")).startsWith("2\n").contains("partition@offset");
        assertThat(garden("replay")).startsWith("2\n").contains("say which letters");
        assertThat(garden("replay", "--reason", "RECORD_UNREADABLE", "--garden", "line"))
                .isEqualTo("0\nletter " + id + " replayed: its record was written again to garden.affirmations\n");
        assertThat(garden("replay", id)).startsWith("0\n").contains("was replayed at", "nothing was done");
        assertThat(garden("replay", "--garden", "line")).isEqualTo("0\n");
    }

    @Test
    void shouldLeaveToTheNextCycleWhatItDoesAnyway() {
        // given
        DeadLetter content = Letters.of(ReasonCode.NOT_PROVEN, Stage.PRUNE, "not proven", NOON)
                .setGarden("herbs")
                .setRepository("beds")
                .setPath("mint.md")
                .build();

        // then
        assertThat(Route.of(new Letter(new LetterId(0, 1), "herbs/#beds", content, Optional.empty()), NOON))
                .isInstanceOf(Route.None.class);
    }

    /** Runs the command in this process; gives its exit code, and what it said on the lines behind. */
    private String garden(String... args) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        List<String> line = new ArrayList<>(List.of("dead-letters"));
        line.addAll(List.of(args));
        line.addAll(List.of("--bootstrap-servers", broker.bootstrapServers(), "--schema-registry", "mock://" + SCOPE));
        int code = new GardenCommand(writer, writer).execute(line.toArray(new String[0]));
        return code + "\n" + said;
    }

    private Replay.Outcome replay(LetterId id) {
        try (Replay replay = Replay.begin(broker.clients(), Clock.systemUTC())) {
            return replay.replay(find(replay, id));
        }
    }

    private static Letter find(Replay replay, LetterId id) {
        return replay.letters().stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DeadLetter letter(SourceRecord source) {
        return Letters.of(ReasonCode.RECORD_UNREADABLE, Stage.GARDEN, "cannot be read", source, NOON)
                .build();
    }

    private List<PatternChange> changes(String garden) {
        return topics.read(Topic.PATTERN_CHANGES, garden, PatternChange.class);
    }

    /** What is committed in a partition behind keys of the garden. */
    private List<ConsumerRecord<byte[], byte[]>> written(Topic topic, int partition, String garden) {
        TopicPartition one = new TopicPartition(topic.topicName(), partition);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> reader = broker.clients().rawReader()) {
            reader.assign(List.of(one));
            reader.seekToBeginning(List.of(one));
            long end = LogEnds.ofEverything(broker.clients(), List.of(one)).getOrDefault(one, 0L);
            while (reader.position(one) < end) {
                reader.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (new String(record.key(), UTF_8).startsWith(garden + "/")) {
                        records.add(record);
                    }
                });
            }
        }
        return records;
    }
}
