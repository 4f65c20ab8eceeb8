package org.graphgarden.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.topics.TrustedEvents;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records in the Confluent wire format; registers a schema under {@code <topic>-value} the first time it is
 * written there. Null stays null (a tombstone). Safe for many threads.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    static {
        TrustedEvents.trust();
    }

    private static final ThreadLocal<Buffer> BUFFERS = ThreadLocal.withInitial(Buffer::new);

    private final Map<Subject, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Schema, SpecificDatumWriter<T>> writers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;

    /** For Kafka, which calls {@link #configure} with {@code schema.registry.url}. */
    public AvroSerializer() {}

    public AvroSerializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (registry == null) {
            registry = ClientSettings.registry(configs);
        }
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Schema schema = value.getSchema();
        try {
            int id = ids.computeIfAbsent(new Subject(topic, schema.getFullName()), subject -> register(topic, schema));
            return BUFFERS.get().encode(id, writer(schema), value);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot write a " + schema.getFullName() + " to topic " + topic + ": " + e.getMessage(), e);
        }
    }

    private int register(String topic, Schema schema) {
        return Objects.requireNonNull(registry, "the serializer is not configured")
                .register(topic + "-value", PortableSchemas.of(schema));
    }

    private SpecificDatumWriter<T> writer(Schema schema) {
        return writers.computeIfAbsent(
                schema, any -> new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema)));
    }

    /** Generated records have one schema a class, so its name stands for it: comparing names is cheap. */
    private record Subject(String topic, String schemaName) {}

    private static final class Buffer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        private @Nullable BinaryEncoder encoder;

        <T> byte[] encode(int id, SpecificDatumWriter<T> writer, T value) throws IOException {
            bytes.reset();
            WireFormat.writeHeader(bytes, id);
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            writer.write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        }
    }
}
