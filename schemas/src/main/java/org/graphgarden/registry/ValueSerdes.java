package org.graphgarden.registry;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.cloudevents.EventKeySerializer;
import org.graphgarden.cloudevents.EventSerializer;
import org.graphgarden.topics.TrustedEvents;

/**
 * Makes what writes and reads the values of records: this module's own classes, or others that an operator put on the class
 * path. Those are made and configured as Kafka would do it.
 */
public final class ValueSerdes {

    /** Confluent's deserializer makes generated records only when it is told to. */
    private static final String SPECIFIC = "specific.avro.reader";

    private final SchemaRegistry registry;
    private final Class<?> serializerClass;
    private final Class<?> deserializerClass;
    private final Map<String, Object> settings;

    /**
     * Serializers of the classes that are named.
     *
     * @param registry for this module's own classes
     * @param settings for other classes: they find their registry in them. May hold secrets
     */
    @SuppressWarnings("rawtypes")
    public ValueSerdes(
            SchemaRegistry registry,
            Class<? extends Serializer> serializerClass,
            Class<? extends Deserializer> deserializerClass,
            Map<String, ?> settings) {
        TrustedEvents.trust();
        this.registry = registry;
        this.serializerClass = serializerClass;
        this.deserializerClass = deserializerClass;
        this.settings = new HashMap<>(settings);
        this.settings.putIfAbsent(SPECIFIC, true);
    }

    /** This module's own classes. */
    public static ValueSerdes of(SchemaRegistry registry) {
        return new ValueSerdes(registry, AvroSerializer.class, AvroDeserializer.class, Map.of());
    }

    /** A new serializer for keys, which tells the headers what {@link #serializer()} needs; who asks closes it. */
    public Serializer<String> keySerializer() {
        return new EventKeySerializer();
    }

    /** A new serializer, which describes each record in its headers; who asks closes it. */
    public <T extends SpecificRecord> Serializer<T> serializer() {
        return new EventSerializer<>(plainSerializer());
    }

    @SuppressWarnings("unchecked")
    private <T extends SpecificRecord> Serializer<T> plainSerializer() {
        if (serializerClass == AvroSerializer.class) {
            return new AvroSerializer<>(registry);
        }
        Serializer<T> serializer = (Serializer<T>) Utils.newInstance(serializerClass);
        serializer.configure(settings, false);
        return serializer;
    }

    /** A new deserializer, which reads each topic of the catalogue into its own record; who asks closes it. */
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecord> Deserializer<T> deserializer() {
        if (deserializerClass == AvroDeserializer.class) {
            return new AvroDeserializer<>(registry);
        }
        Deserializer<T> deserializer = (Deserializer<T>) Utils.newInstance(deserializerClass);
        deserializer.configure(settings, false);
        return deserializer;
    }
}
