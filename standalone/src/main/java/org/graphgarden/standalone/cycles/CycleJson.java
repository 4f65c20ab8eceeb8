package org.graphgarden.standalone.cycles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cycles for machines: an object with the key {@code cycles}; what is not known is null. Pure. */
public final class CycleJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CycleJson() {}

    /** The whole text. */
    public static String of(List<CycleRow> cycles) {
        try {
            return JSON.writeValueAsString(
                    Map.of("cycles", cycles.stream().map(CycleJson::cycle).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }

    private static Map<String, Object> cycle(CycleRow cycle) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cycle", cycle.cycle());
        object.put("time", cycle.time().toString());
        object.put("outcome", cycle.outcome());
        object.put("message", cycle.message());
        object.put("revisedSections", cycle.tally().sections());
        object.put("planted", cycle.tally().planted());
        object.put("dropped", cycle.tally().dropped());
        object.put("commits", cycle.commits().stream().map(CycleJson::commit).toList());
        return object;
    }

    private static Map<String, Object> commit(CycleRow.Commit commit) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("repository", commit.repository());
        object.put("commit", commit.commit());
        object.put("branch", commit.place());
        object.put("merged", commit.merged());
        object.put("revertedBy", commit.revertedBy().orElse(null));
        object.put("request", commit.request().orElse(null));
        return object;
    }
}
