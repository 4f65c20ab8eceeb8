package org.graphgarden.inference.advice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form that every answer has to have: one JSON object with one text in it, and nothing else. */
final class AnswerForm {
    /** Longer than any answer that is of use. */
    private static final int LONGEST = 2000;

    /** Many models cannot do without it. */
    private static final Pattern FENCED = Pattern.compile("```(?:json)?\\s*(\\{.*})\\s*```", Pattern.DOTALL);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AnswerForm() {}

    /** The text of the answer's only field; empty when the answer is anything but that. */
    static Optional<String> read(String answer, String field) {
        String text = answer.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher fenced = FENCED.matcher(text);
        try {
            JsonNode node = MAPPER.readTree(fenced.matches() ? fenced.group(1) : text);
            boolean isForm = node != null
                    && node.isObject()
                    && node.size() == 1
                    && node.path(field).isTextual();
            return isForm ? Optional.of(node.path(field).textValue().strip()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text as a question holds it: as it is, but cut. Never within a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    static String write(JsonNode content) {
        return content.toString();
    }
}
