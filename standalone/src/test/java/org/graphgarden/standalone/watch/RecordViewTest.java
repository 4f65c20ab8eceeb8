package org.graphgarden.standalone.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.Position;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordViewTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void shouldShowAPatternWithItsBestLinksOnOneLine() {
        // given
        EnrichedPattern oak = EnrichedPattern.newBuilder()
                .setTitle("Oak\nTree\u001b[31m")
                .setCut(List.of(new Position("main", 7L, "c")))
                .setEpoch(2)
                .setLinks(List.of(Link.newBuilder()
                        .setTarget("elm")
                        .setType("enables")
                        .setConfidence(0.876)
                        .build()))
                .build();
        // when
        String line = new ReadableView().line(record(Topic.ENRICHED_PATTERNS, oak));
        // then
        assertThat(line)
                .isEqualTo("2026-11-01T12:00:00Z  commons/oak  “Oak Tree [31m”, 0 entities, 1 links: enables elm 0.88"
                        + " (cut main:7, epoch 2)");
    }

    @Test
    void shouldShowATombstoneAsRemoval() {
        assertThat(new ReadableView().line(record(Topic.ENRICHED_PATTERNS, null)))
                .isEqualTo("2026-11-01T12:00:00Z  commons/oak  removed");
        assertThat(new JsonView().line(record(Topic.ENRICHED_PATTERNS, null)))
                .isEqualTo("{\"topic\":\"garden.enriched-patterns\",\"partition\":0,\"offset\":5,"
                        + "\"time\":\"2026-11-01T12:00:00Z\",\"key\":\"commons/oak\",\"headers\":{\"ce_id\":\"1f\"},"
                        + "\"value\":null}");
    }

    @Test
    void shouldShowJsonThatNeedsNoSchema() {
        // given
        PatternChange change = PatternChange.newBuilder()
                .setSlug("oak")
                .setRenamedTo("elm")
                .setContent(ByteBuffer.wrap("é\n".getBytes(StandardCharsets.UTF_8)))
                .setCommittedAt(NOON)
                .build();
        PatternChange binary = PatternChange.newBuilder()
                .setContent(ByteBuffer.wrap(new byte[] {(byte) 0xff}))
                .build();
        // then
        assertThat(new JsonView().line(record(Topic.PATTERN_CHANGES, change)))
                .contains(
                        "\"renamedTo\":\"elm\"",
                        "\"renamedFrom\":null",
                        "\"content\":\"é\\n\"",
                        "\"committedAt\":\"2026-11-01T12:00:00Z\"",
                        "\"sequence\":0");
        assertThat(new JsonView().line(record(Topic.PATTERN_CHANGES, binary)))
                .contains("\"content\":{\"base64\":\"/w==\"}", "\"committedAt\":null");
    }

    @Test
    void shouldHaveWordsForEveryTopic() throws Exception {
        for (Topic topic : Topic.values()) {
            // given a record in which nothing is known
            Object builder = topic.recordClass().getMethod("newBuilder").invoke(null);
            SpecificRecord empty =
                    (SpecificRecord) builder.getClass().getMethod("build").invoke(builder);
            // then
            assertThat(new ReadableView().line(record(topic, empty))).doesNotContain("{", "null");
            assertThat(new JsonView().line(record(topic, empty)))
                    .startsWith("{")
                    .doesNotContain("\n");
        }
    }

    private static ConsumerRecord<String, SpecificRecord> record(Topic topic, @Nullable SpecificRecord value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_id", "1f".getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                topic.topicName(),
                0,
                5,
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "commons/oak",
                value,
                headers,
                Optional.empty());
    }
}
