package org.graphgarden.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.Position;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PushClosed;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.registry.ValueSerdes;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

    private static final String COMMIT = "0123456789012345678901234567890123456789";
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<Position> CUT = List.of(new Position("main", 7L, COMMIT));

    private final ValueSerdes serdes = ValueSerdes.of(SchemaRegistries.forUrl("mock://event-headers"));

    @Test
    void shouldDescribeARecordAsTheKafkaBindingOfCloudEventsSays() {
        // when
        Map<String, String> headers = headers(Topic.PATTERN_CHANGES, "commons/oak", change());
        // then
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/graph-garden/commons")
                .containsEntry("ce_type", "org.graphgarden.events.PatternChange")
                .containsEntry("ce_subject", "commons/oak")
                .containsEntry("ce_time", "2026-11-01T12:00:00Z")
                .containsEntry("content-type", "application/avro")
                .containsEntry("garden-push", "main:7:" + COMMIT)
                .containsOnlyKeys(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "content-type",
                        "traceparent",
                        "garden-push");
        assertThat(headers.get("ce_id")).matches("[0-9a-f]{32}");
        assertThat(headers.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void shouldGiveTheSameIdToTheSameRecordOnly() {
        // given
        Map<String, String> first = headers(Topic.PATTERN_CHANGES, "commons/oak", change());
        PatternChange other = PatternChange.newBuilder(change()).setSequence(8).build();
        // then
        assertThat(headers(Topic.PATTERN_CHANGES, "commons/oak", change())).isEqualTo(first);
        assertThat(headers(Topic.PATTERN_CHANGES, "commons/elm", change()).get("ce_id"))
                .isNotEqualTo(first.get("ce_id"));
        assertThat(headers(Topic.PATTERN_CHANGES, "commons/oak", other).get("ce_id"))
                .isNotEqualTo(first.get("ce_id"));
    }

    @Test
    void shouldTellTombstonesApartByTheCutInWhichThePatternWent() {
        // given
        Position later = new Position("main", 9L, COMMIT);
        // when
        Map<String, String> first = removal(CUT);
        Map<String, String> second = removal(List.of(later));
        // then
        assertThat(first)
                .containsEntry("ce_type", "org.graphgarden.events.EnrichedPattern.removed")
                .containsEntry("garden-cut", "main:7:" + COMMIT)
                .doesNotContainKeys("content-type", "ce_time");
        assertThat(second.get("ce_id")).isNotEqualTo(first.get("ce_id"));
    }

    @Test
    void shouldMakeOneTraceOfOnePush() {
        // given
        PushClosed closed =
                PushClosed.newBuilder().setRepository("main").setCommit(COMMIT).build();
        EnrichedPattern enriched = EnrichedPattern.newBuilder()
                .setRepository("main")
                .setCommit("an older one")
                .setCut(CUT)
                .build();
        // when
        String trace = trace(headers(Topic.PATTERN_CHANGES, "commons/oak", change()));
        // then
        assertThat(trace(headers(Topic.PUSHES_CLOSED, "commons/#main", closed))).isEqualTo(trace);
        assertThat(trace(headers(Topic.ENRICHED_PATTERNS, "commons/elm", enriched)))
                .isEqualTo(trace);
        assertThat(trace(removal(CUT))).isEqualTo(trace);
        assertThat(trace(headers(Topic.PUSHES_CLOSED, "other/#main", closed))).isNotEqualTo(trace);
        assertThat(trace(headers(
                        Topic.PRUNE_CYCLES,
                        "commons/c",
                        PruneCycle.newBuilder().setCycle("c").build())))
                .isNotEqualTo(trace);
    }

    @Test
    void shouldGoOnWithTheTraceOfWhoCameWithOne() {
        // given what another record left in the headers
        Headers headers = new RecordHeaders();
        headers.add(
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_id", "of the cause".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_time", "then".getBytes(StandardCharsets.UTF_8));
        // when
        Map<String, String> described = write(
                Topic.ENRICHED_PATTERNS,
                "commons/oak",
                EnrichedPattern.newBuilder().build(),
                headers);
        // then
        assertThat(described.get("traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331")
                .endsWith("-01");
        assertThat(described.get("ce_id")).matches("[0-9a-f]{32}");
        assertThat(described).doesNotContainKey("ce_time");
    }

    @Test
    void shouldLeaveHeadersAloneWhenARecordIsSentAgainOrTheTopicIsOfOthers() {
        // given
        RecordHeaders headers = new RecordHeaders();
        Map<String, String> first = write(Topic.PATTERN_CHANGES, "commons/oak", change(), headers);
        // when a producer has closed them
        headers.setReadOnly();
        // then
        assertThat(write(Topic.PATTERN_CHANGES, "commons/oak", change(), headers))
                .isEqualTo(first);
        RecordHeaders foreign = new RecordHeaders();
        var unused = serdes.keySerializer().serialize("foreign", foreign, "commons/oak");
        assertThat(foreign).isEmpty();
    }

    private Map<String, String> headers(Topic topic, String key, SpecificRecord value) {
        return write(topic, key, value, new RecordHeaders());
    }

    private Map<String, String> removal(List<Position> cut) {
        return write(Topic.ENRICHED_PATTERNS, "commons/oak", null, EventHeaders.ofRemoval(cut));
    }

    /** In the order in which producers and sinks do it. */
    private Map<String, String> write(Topic topic, String key, @Nullable SpecificRecord value, Headers headers) {
        Serializer<SpecificRecord> values = serdes.serializer();
        var unusedKey = serdes.keySerializer().serialize(topic.topicName(), headers, key);
        var unusedValue = values.serialize(topic.topicName(), headers, value);
        Map<String, String> texts = new TreeMap<>();
        for (Header header : headers) {
            assertThat(texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)))
                    .as("one %s only", header.key())
                    .isNull();
        }
        return texts;
    }

    private static String trace(Map<String, String> headers) {
        return Objects.requireNonNull(headers.get("traceparent")).substring(0, 35);
    }

    private static PatternChange change() {
        return PatternChange.newBuilder()
                .setRepository("main")
                .setSlug("oak")
                .setSequence(7)
                .setCommit(COMMIT)
                .setCommittedAt(NOON)
                .build();
    }
}
