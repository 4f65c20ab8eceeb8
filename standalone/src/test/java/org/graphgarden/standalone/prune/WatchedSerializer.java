package org.graphgarden.standalone.prune;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.AvroDeserializer;
import org.graphgarden.registry.AvroSerializer;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.registry.ValueSerdes;
import org.jspecify.annotations.Nullable;

/** Shows every record to somebody before it is written, who may hold it up, change or refuse it. */
public final class WatchedSerializer implements Serializer<SpecificRecord> {
    private static final String REGISTRY = "registry";
    private static final String WATCHER = "watcher";

    private @Nullable Serializer<SpecificRecord> serializer;
    private Consumer<SpecificRecord> watcher = record -> {};

    /** The same clients, but their records are shown. */
    static KafkaClients watched(KafkaClients clients, SchemaRegistry registry, Consumer<SpecificRecord> watcher) {
        Map<String, Object> settings = Map.of(REGISTRY, registry, WATCHER, watcher);
        return new KafkaClients(
                clients.properties(),
                new ValueSerdes(registry, WatchedSerializer.class, AvroDeserializer.class, settings));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void configure(Map<String, ?> settings, boolean isKey) {
        serializer = new AvroSerializer<>((SchemaRegistry) Objects.requireNonNull(settings.get(REGISTRY)));
        watcher = (Consumer<SpecificRecord>) Objects.requireNonNull(settings.get(WATCHER));
    }

    @Override
    public byte[] serialize(String topic, SpecificRecord record) {
        watcher.accept(record);
        return Objects.requireNonNull(serializer).serialize(topic, record);
    }
}
