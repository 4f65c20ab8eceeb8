package org.graphgarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushClosed;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

    private static final String TOPIC = Topic.PATTERN_CHANGES.topicName();

    private final MockSchemaRegistry registry = new MockSchemaRegistry();
    private final AvroSerde<PatternChange> serde = new AvroSerde<>(registry, PatternChange.class);

    @Property(seed = "1", tries = 200)
    void shouldReadBackWhatWasWritten(
            @ForAll String slug,
            @ForAll ChangeKind kind,
            @ForAll @Size(max = 2000) byte[] content,
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long time) {
        // given
        PatternChange change = PatternChange.newBuilder()
                .setSlug(slug)
                .setKind(kind)
                .setContent(ByteBuffer.wrap(content))
                .setCommittedAt(Instant.ofEpochMilli(time))
                .build();

        // when
        byte[] bytes = serde.serializer().serialize(TOPIC, change);

        // then
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(change);
    }

    @Property(seed = "1", tries = 50)
    void shouldBeginWithMagicByteAndIdInBigEndian(@ForAll @IntRange(min = 1) int id) {
        var out = new java.io.ByteArrayOutputStream();
        WireFormat.writeHeader(out, id);
        byte[] expected = ByteBuffer.allocate(5).put((byte) 0).putInt(id).array();
        assertThat(out.toByteArray()).isEqualTo(expected);
        assertThat(WireFormat.schemaId(expected)).isEqualTo(id);
    }

    @Test
    void shouldRegisterPortableSchemaUnderTheTopicsSubject() {
        // when
        serde.serializer().serialize(TOPIC, change("a"));

        // then
        RegisteredSchema registered =
                registry.latest("garden.pattern-changes-value").orElseThrow();
        assertThat(registered.version()).isEqualTo(1);
        assertThat(registered.schema().toString())
                .doesNotContain("avro.java.string")
                .contains("timestamp-millis");
        assertThat(registered.schema().getField("slug").doc()).isNotBlank();
    }

    @Test
    void shouldReadBigRecords() {
        // given
        byte[] content = new byte[700 * 1024];
        Arrays.fill(content, (byte) 'x');
        PatternChange change = change("big");
        change.setContent(ByteBuffer.wrap(content));

        // when
        byte[] big = serde.serializer().serialize(TOPIC, change);
        byte[] small = serde.serializer().serialize(TOPIC, change("small"));

        // then
        assertThat(serde.deserializer().deserialize(TOPIC, big)).isEqualTo(change);
        assertThat(serde.deserializer().deserialize(TOPIC, small)).isEqualTo(change("small"));
    }

    @Test
    void shouldResolveWhenAnOtherVersionWroteTheValue() throws Exception {
        // given: an older version without most fields and a newer one with a field and a symbol more
        Schema other = new Schema.Parser().parse("""
                        {"type": "record", "name": "PatternChange", "namespace": "org.graphgarden.events", "fields": [
                          {"name": "slug", "type": "string", "default": ""},
                          {"name": "mood", "type": "string", "default": ""},
                          {"name": "kind", "default": "UNKNOWN", "type": {"type": "enum", "name": "ChangeKind",
                            "symbols": ["UNKNOWN", "ADDED", "PAINTED"], "default": "UNKNOWN"}}]}""");
        int id = registry.register(Topic.PATTERN_CHANGES.subject(), other);
        GenericRecord written = new GenericRecordBuilder(other)
                .set("slug", "a")
                .set("mood", "good")
                .set(
                        "kind",
                        new org.apache.avro.generic.GenericData.EnumSymbol(
                                other.getField("kind").schema(), "PAINTED"))
                .build();

        // when
        PatternChange read = serde.deserializer().deserialize(TOPIC, encode(id, other, written));

        // then
        assertThat(read.getSlug()).isEqualTo("a");
        assertThat(read.getKind()).isEqualTo(ChangeKind.UNKNOWN);
        assertThat(read.getContent()).isNull();
    }

    @Test
    void shouldFollowTheCatalogueWhenTheClassIsNotNamed() {
        // given
        PushClosed closed = PushClosed.newBuilder().setRepository("r").build();
        String topic = Topic.PUSHES_CLOSED.topicName();
        byte[] bytes = new AvroSerializer<PushClosed>(registry).serialize(topic, closed);

        // then
        assertThat(new AvroDeserializer<>(registry).deserialize(topic, bytes)).isEqualTo(closed);
    }

    @Test
    void shouldKeepTombstones() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldNameTopicAndIdWhenAValueCannotBeRead() {
        // given
        byte[] good = serde.serializer().serialize(TOPIC, change("a"));
        byte[] unknownId = good.clone();
        unknownId[4] = 99;
        byte[] tooLong = Arrays.copyOf(good, good.length + 1);

        // then
        for (byte[] bad : List.of(unknownId, tooLong, Arrays.copyOf(good, good.length - 1))) {
            assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bad))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(TOPIC)
                    .hasMessageContaining("schema id " + bad[4]);
        }
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[] {7, 0, 0, 0, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("magic byte");
    }

    @Test
    void shouldUseTheScopeOfTheAddressWhenKafkaMakesTheSerde() {
        // given
        Map<String, String> settings = Map.of(AvroSerde.REGISTRY_URL, "mock://avro-serde-test");
        try (AvroSerde<PatternChange> configured = new AvroSerde<>()) {
            configured.configure(settings, false);

            // when
            byte[] bytes = configured.serializer().serialize(TOPIC, change("a"));

            // then
            assertThat(configured.deserializer().deserialize(TOPIC, bytes)).isEqualTo(change("a"));
            assertThat(MockSchemaRegistry.scope("avro-serde-test").latest(Topic.PATTERN_CHANGES.subject()))
                    .isPresent();
        } finally {
            MockSchemaRegistry.dropScope("avro-serde-test");
        }
    }

    private static PatternChange change(String slug) {
        return PatternChange.newBuilder().setGarden("g").setSlug(slug).build();
    }

    private static byte[] encode(int id, Schema schema, GenericRecord value) throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream();
        WireFormat.writeHeader(out, id);
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(value, encoder);
        return out.toByteArray();
    }
}
