package org.graphgarden.cloudevents;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Writes values with another serializer and describes them in the headers; topics that are not in the catalogue get none. Goes
 * together with {@link EventKeySerializer}.
 */
public final class EventSerializer<T extends SpecificRecord> implements Serializer<T> {

    private final Serializer<T> values;

    public EventSerializer(Serializer<T> values) {
        this.values = values;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        values.configure(configs, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return values.serialize(topic, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        byte @Nullable [] bytes = values.serialize(topic, headers, value);
        Topic.named(topic).ifPresent(known -> EventHeaders.describe(known, value, bytes, headers));
        return bytes;
    }

    @Override
    public void close() {
        values.close();
    }
}
