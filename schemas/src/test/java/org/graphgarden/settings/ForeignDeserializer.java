package org.graphgarden.settings;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Stands for somebody else's deserializer. */
public final class ForeignDeserializer implements Deserializer<Object> {

    Map<String, Object> configs = Map.of();

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        this.configs = Map.copyOf(configs);
    }

    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] data) {
        return null;
    }
}
