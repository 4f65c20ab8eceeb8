package org.graphgarden.standalone.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.graphgarden.pruner.health.HealthMap;

/** A garden's health for machines; what is not known is null. Pure. */
public final class HealthJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private HealthJson() {}

    /** The whole text. */
    public static String of(Standing standing) {
        try {
            return JSON.writeValueAsString(HealthMap.of(standing.garden(), standing.health()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }
}
