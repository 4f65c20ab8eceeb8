package org.graphgarden.standalone.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.settings.EnumWords;

/** Feedback for machines: an object with the key {@code feedback}; what is not known is null. Pure. */
public final class FeedbackJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FeedbackJson() {}

    /** The whole text. */
    public static String of(List<Said> said) {
        try {
            return JSON.writeValueAsString(
                    Map.of("feedback", said.stream().map(FeedbackJson::entry).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }

    private static Map<String, Object> entry(Said said) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("repository", said.repository());
        object.put("slug", said.slug());
        object.put("kind", EnumWords.of(said.kind()));
        object.put("id", said.id());
        object.put("verdict", EnumWords.of(said.verdict()));
        object.put("confidence", said.confidence());
        object.put("commit", said.commit());
        object.put("author", said.author());
        object.put("committedAt", said.time().toString());
        return object;
    }
}
