package org.graphgarden.standalone.prune;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.AvroDeserializer;
import org.graphgarden.registry.AvroSerializer;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.registry.ValueSerdes;
import org.jspecify.annotations.Nullable;

/** Tells somebody of the topic of every record before it is read, who may refuse it. */
public final class WatchedDeserializer implements Deserializer<SpecificRecord> {
    private static final String REGISTRY = "registry";
    private static final String WATCHER = "watcher";

    private @Nullable Deserializer<SpecificRecord> deserializer;
    private Consumer<String> watcher = topic -> {};

    /** The same clients, but what they read is told. */
    static KafkaClients watched(KafkaClients clients, SchemaRegistry registry, Consumer<String> watcher) {
        Map<String, Object> settings = Map.of(REGISTRY, registry, WATCHER, watcher);
        return new KafkaClients(
                clients.properties(),
                new ValueSerdes(registry, AvroSerializer.class, WatchedDeserializer.class, settings));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void configure(Map<String, ?> settings, boolean isKey) {
        deserializer = new AvroDeserializer<>((SchemaRegistry) Objects.requireNonNull(settings.get(REGISTRY)));
        watcher = (Consumer<String>) Objects.requireNonNull(settings.get(WATCHER));
    }

    @Override
    public SpecificRecord deserialize(String topic, byte[] bytes) {
        watcher.accept(topic);
        return Objects.requireNonNull(deserializer).deserialize(topic, bytes);
    }
}
