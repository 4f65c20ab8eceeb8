package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.graphgarden.events.CuratedLink;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.registry.PublishedVersions;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;

class StoreSerdeTest {
    private static final Serde<PatternProfile> PROFILES =
            StoreSerde.of(Topic.PATTERN_PROFILES, PatternProfile.getEncoder(), PatternProfile::createDecoder);

    @Test
    void shouldReadWhatEveryPublishedVersionWrote() throws IOException {
        for (Schema version : PublishedVersions.of(Topic.PATTERN_PROFILES)) {
            // given
            Schema link = version.getField("curated").schema().getElementType();
            GenericRecord stored = new GenericRecordBuilder(version)
                    .set("slug", "rain-barrel")
                    .set(
                            "curated",
                            List.of(new GenericRecordBuilder(link)
                                    .set("target", "tool-shed")
                                    .build()))
                    .build();
            ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), version).encode(stored);

            // when
            PatternProfile read = PROFILES.deserializer().deserialize("patterns", bytes.array());

            // then
            assertThat(read.getSlug()).isEqualTo("rain-barrel");
            assertThat(read.getCurated()).extracting(CuratedLink::getTarget).containsExactly("tool-shed");
        }
    }

    @Test
    void shouldNameTheStoreWhenARecordIsDamaged() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> PROFILES.deserializer().deserialize("patterns", new byte[] {(byte) 0xC3, 1, 2}))
                .withMessageContaining("patterns");
    }
}
