package org.graphgarden.registry;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TrustedEvents;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in the Confluent wire format into the records of this build, whatever version they were written
 * with. Asks the registry for a schema once; never registers one. Safe for many threads.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    static {
        TrustedEvents.trust();
    }

    private static final ThreadLocal<@Nullable BinaryDecoder> DECODERS = new ThreadLocal<>();

    private final Map<Versions, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();
    private final @Nullable Schema readerSchema;
    private @Nullable SchemaRegistry registry;

    /** For Kafka, which calls {@link #configure} with {@code schema.registry.url}; the topic decides on the record. */
    public AvroDeserializer() {
        readerSchema = null;
    }

    /** Reads the topics of the catalogue, each into its own record. */
    public AvroDeserializer(SchemaRegistry registry) {
        this.registry = registry;
        readerSchema = null;
    }

    /** Reads any topic into one kind of record. */
    public AvroDeserializer(SchemaRegistry registry, Class<T> recordClass) {
        this.registry = registry;
        readerSchema = SpecificData.get().getSchema(recordClass);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (registry == null) {
            registry = ClientSettings.registry(configs);
        }
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        int id = schemaId(topic, value);
        try {
            return decode(reader(topic, id), value);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot read a value of topic " + topic + " with schema id " + id + ": " + e.getMessage(), e);
        }
    }

    private static int schemaId(String topic, byte[] value) {
        try {
            return WireFormat.schemaId(value);
        } catch (IllegalArgumentException e) {
            throw new SerializationException("cannot read a value of topic " + topic + ": " + e.getMessage(), e);
        }
    }

    private T decode(SpecificDatumReader<T> reader, byte[] value) throws IOException {
        int header = WireFormat.HEADER_BYTES;
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(value, header, value.length - header, DECODERS.get());
        DECODERS.set(decoder);
        T record = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("bytes are left behind the record");
        }
        return record;
    }

    private SpecificDatumReader<T> reader(String topic, int id) {
        Schema expected = readerSchema != null ? readerSchema : catalogued(topic);
        return readers.computeIfAbsent(new Versions(id, expected.getFullName()), any -> {
            Schema written = Objects.requireNonNull(registry, "the deserializer is not configured")
                    .byId(id);
            return new SpecificDatumReader<>(written, expected, SpecificData.getForSchema(expected));
        });
    }

    private static Schema catalogued(String topic) {
        return Topic.named(topic)
                .orElseThrow(() -> new IllegalArgumentException("the topic is not in the catalogue"))
                .schema();
    }

    private record Versions(int writtenId, String readerName) {}
}
