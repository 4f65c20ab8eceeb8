package org.graphgarden.standalone.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The status for machines: an object with the key {@code gardens}; what is not known is null. Pure. */
public final class StatusJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StatusJson() {}

    /** The whole text. */
    public static String of(List<GardenStatus> gardens) {
        try {
            return JSON.writeValueAsString(
                    Map.of("gardens", gardens.stream().map(StatusJson::garden).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }

    private static Map<String, Object> garden(GardenStatus garden) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", garden.name());
        object.put(
                "repositories",
                garden.repositories().stream().map(StatusJson::repository).toList());
        object.put("lagRecords", garden.lag().records());
        object.put("lagSeconds", garden.lag().seconds());
        object.put("lastCycle", garden.lastCycle().map(StatusJson::cycle).orElse(null));
        object.put("nextCycle", garden.nextCycle().map(Object::toString).orElse(null));
        object.put("deadLetters", new TreeMap<>(garden.deadLetters()));
        return object;
    }

    private static Map<String, Object> repository(GardenStatus.Repository repository) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", repository.name());
        object.put("commit", repository.commit().isEmpty() ? null : repository.commit());
        object.put("pushes", repository.pushes());
        object.put(
                "lookAgeSeconds",
                repository.lookAge().isPresent() ? repository.lookAge().getAsDouble() : null);
        return object;
    }

    private static Map<String, Object> cycle(GardenStatus.Cycle cycle) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", cycle.id());
        object.put("outcome", cycle.outcome());
        object.put("revisedSections", cycle.revised());
        object.put("endedAt", cycle.endedAt().toString());
        return object;
    }
}
