package org.graphgarden.standalone.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report for machines; a part without an answer to compare with is null. Pure. */
public final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportJson() {}

    /** The whole text, ending in a newline. */
    public static String of(Report report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("library", report.library().name());
        object.put(
                "commit",
                report.library().commit().isEmpty() ? null : report.library().commit());
        object.put("refusedFiles", report.library().refused().size());
        object.put("leftOut", report.leftOut());
        object.put("asked", report.asked());
        object.put("figures", report.evaluation());
        try {
            return JSON.writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }
}
