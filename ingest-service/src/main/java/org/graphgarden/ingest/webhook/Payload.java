package org.graphgarden.ingest.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.RefusedException;

/** The few values of a JSON body that matter. The body is read once, token by token, and never held as a tree. */
record Payload(Map<String, String> values) {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_VALUE = 4096;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(WebhookRoute.MAX_BODY)
                    .maxStringLength(4 * 1024 * 1024)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .build())
            .build();

    Payload {
        values = Map.copyOf(values);
    }

    /**
     * Reads a body to its end.
     *
     * @param wanted paths of the values to keep: keys joined by dots, of objects only
     * @throws RefusedException when it is no JSON, or exceeds a limit
     */
    static Payload read(InputStream body, Set<String> wanted) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unusable("the body is no JSON object");
            }
            Map<String, String> values = new HashMap<>();
            object(parser, "", wanted, values);
            if (parser.nextToken() != null) {
                throw unusable("something follows the JSON object");
            }
            return new Payload(values);
        } catch (StreamConstraintsException e) {
            throw unusable(
                    "the JSON is nested deeper than " + MAX_DEPTH + ", or a name, number or text in it is too long");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw unusable("the body is no JSON");
        }
    }

    static RefusedException unusable(String why) {
        return new RefusedException(Answer.line(422, why));
    }

    /** The value at a path; empty when there is none. */
    String text(String path) {
        return values.getOrDefault(path, "");
    }

    boolean isTrue(String path) {
        return text(path).equals("true");
    }

    /** The repository addresses at these paths, in comparable form. */
    Set<String> addresses(String... paths) {
        return Stream.of(paths)
                .map(path -> ForgeAddress.of(text(path)))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void object(JsonParser parser, String prefix, Set<String> wanted, Map<String, String> values)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            boolean below =
                    token == JsonToken.START_OBJECT && wanted.stream().anyMatch(each -> each.startsWith(path + "."));
            if (below) {
                object(parser, path + ".", wanted, values);
            } else if (wanted.contains(path) && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.put(path, value(parser, path));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static String value(JsonParser parser, String path) throws IOException {
        String value = parser.getText();
        if (value.length() > MAX_VALUE || value.chars().anyMatch(Character::isISOControl)) {
            throw unusable(path + " is too long or holds a control character");
        }
        return value;
    }
}
