package org.graphgarden.inference.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.graphgarden.inference.stream.GardenDriver.GARDEN;
import static org.graphgarden.inference.stream.GardenDriver.REPOSITORY;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.events.LinkState;
import org.graphgarden.events.Position;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InferenceTopologyTest {
    private final GardenDriver driver = new GardenDriver(EpochRule.ofShare(0.1));

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
            String description = driver.topology().describe().toString();

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
        driver.change(1, "rain-barrel", "Rain Barrel");

        // then
        assertThat(driver.enriched()).isEmpty();
    }

    @Test
    void shouldInferWholePushWhenClosed() {
        // given
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.change(1, "rain-garden", "Rain Garden");

        // when
        driver.closePush(1, 2);

        // then
        Map<String, EnrichedPattern> table = driver.enriched();
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
                () -> driver.change(1, "rain-barrel", "Rain Barrel"),
                () -> driver.change(1, "rain-garden", "Rain Garden"),
                () -> driver.change(1, "tool-shed", "Tool Shed"),
                () -> driver.closePush(1, 3),
                () -> driver.change(2, "tool-shed", "Tool Barrel"),
                () -> driver.remove(2, "rain-garden"),
                () -> driver.closePush(2, 2)));
        Collections.shuffle(arrivals, new Random(17));

        // when
        arrivals.forEach(Runnable::run);

        // then
        Map<String, EnrichedPattern> table = driver.enriched();
        assertThat(table).containsOnlyKeys("rain-barrel", "tool-shed");
        assertThat(targets(table, "rain-barrel")).containsExactly("tool-shed");
    }

    @Test
    void shouldDescribeRecordsAndTombstonesInTheirHeaders() {
        // given
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.closePush(1, 1);
        driver.remove(2, "rain-barrel");

        // when
        driver.closePush(2, 1);

        // then
        var records = driver.<EnrichedPattern>output(Topic.ENRICHED_PATTERNS).readRecordsToList();
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
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.closePush(1, 1);
        driver.enriched();

        // when
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.closePush(1, 1);

        // then
        assertThat(driver.enriched()).isEmpty();
    }

    @Test
    void shouldTellConsumersWhichLinksHoldNoMore() {
        // given
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.change(1, "rain-garden", "Rain Garden");
        driver.closePush(1, 2);

        // when
        driver.change(2, "rain-garden", "Herb Garden");
        driver.closePush(2, 1);

        // then
        assertThat(driver.links().stream()
                        .map(link -> link.getSlug() + " " + link.getState() + " " + link.getTarget())
                        .toList())
                .containsExactly(
                        "rain-barrel " + LinkState.OBSERVED + " rain-garden",
                        "rain-garden " + LinkState.OBSERVED + " rain-barrel",
                        "rain-garden " + LinkState.RETRACTED + " rain-barrel",
                        "rain-barrel " + LinkState.RETRACTED + " rain-garden");
    }

    @Test
    void shouldAffirmOnlyWhenTheAskedForPushHasBeenInferred() {
        // given
        driver.request(GARDEN, "2026-05-01", 1);
        driver.change(1, "rain-barrel", "Rain Barrel");
        TestOutputTopic<String, Affirmation> affirmations = driver.output(Topic.AFFIRMATIONS);
        assertThat(affirmations.isEmpty()).isTrue();

        // when
        driver.closePush(1, 1);

        // then
        driver.work();
        Affirmation affirmation = affirmations.readValue();
        assertThat(affirmation.getCycle()).isEqualTo("2026-05-01");
        assertThat(affirmation.getPatterns()).isEqualTo(1);
        assertThat(affirmation.getCut()).containsExactly(new Position(REPOSITORY, 1L, "commit-1"));
        assertThat(affirmations.isEmpty()).isTrue();
    }

    @Test
    void shouldBuryWhatCannotBeProfiledAndGoOnWithTheRest() {
        // given
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.change(1, "broken", GardenDriver.FirstLineProfiler.POISON);

        // when
        driver.closePush(1, 2);

        // then
        assertThat(driver.enriched()).containsOnlyKeys("rain-barrel");
        DeadLetter buried = driver.<DeadLetter>output(Topic.DEAD_LETTERS).readValue();
        assertThat(buried.getCode()).isEqualTo("PROFILE_FAILED");
        assertThat(buried.getPath()).isEqualTo("broken.md");
        assertThat(UTF_8.decode(buried.getOriginal()).toString()).isEqualTo(GardenDriver.FirstLineProfiler.POISON);
        assertThat(buried.getSourceTopic()).isEqualTo(Topic.PATTERN_CHANGES.topicName());
    }

    private static List<String> targets(Map<String, EnrichedPattern> table, String slug) {
        return Objects.requireNonNull(table.get(slug)).getLinks().stream()
                .map(Link::getTarget)
                .toList();
    }
}
