package org.graphgarden.registry;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link AvroSerializer} and {@link AvroDeserializer} for one kind of record. */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    /** Addresses of the registry, with commas between them, for serializers that Kafka makes. */
    public static final String REGISTRY_URL = "schema.registry.url";

    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;

    /** For Kafka, which calls {@link #configure} with {@link #REGISTRY_URL}; the topic decides on the record. */
    public AvroSerde() {
        serializer = new AvroSerializer<>();
        deserializer = new AvroDeserializer<>();
    }

    public AvroSerde(SchemaRegistry registry, Class<T> recordClass) {
        serializer = new AvroSerializer<>(registry);
        deserializer = new AvroDeserializer<>(registry, recordClass);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
