package org.graphgarden.ingest.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.RefusedException;

/**
 * The few values of a JSON body that matter. The body is read once, token by token, and never held as a tree.
 *
 * @param values by place, such as {@code push.changes[0].new.name}
 * @param lengths of the arrays that were looked into, by place
 */
record Payload(Map<String, String> values, Map<String, Integer> lengths) {

    private static final int MAX_DEPTH = 50;

    /** Items of an array of which values are kept; the others are only counted. */
    static final int MAX_ITEMS = 100;

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
        lengths = Map.copyOf(lengths);
    }

    /**
     * Reads a body to its end.
     *
     * @param wanted paths of the values to keep: keys joined by dots, {@code []} behind those of arrays
     * @throws RefusedException when it is no JSON, or exceeds a limit
     */
    static Payload read(InputStream body, Set<String> wanted) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unusable("the body is no JSON object");
            }
            Payload payload = new PayloadReader(parser, wanted).read();
            if (parser.nextToken() != null) {
                throw unusable("something follows the JSON object");
            }
            return payload;
        } catch (StreamConstraintsException e) {
            throw unusable(
                    "the JSON is nested deeper than " + MAX_DEPTH + ", or a name, number or text in it is too long");
        } catch (JsonProcessingException | CharConversionException e) {
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

    /** How many items the array at a path has; 0 when there is none. */
    int items(String path) {
        return lengths.getOrDefault(path, 0);
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
}
