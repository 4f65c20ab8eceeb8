package org.graphgarden.ingest.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the wanted values of one JSON object and skips all others. */
final class PayloadReader {

    private static final int MAX_VALUE = 4096;

    private final JsonParser parser;
    private final Set<String> wanted;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();

    /** @param parser at the beginning of the object */
    PayloadReader(JsonParser parser, Set<String> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    Payload read() throws IOException {
        object("", "");
        return new Payload(values, lengths);
    }

    /**
     * Reads an object.
     *
     * @param path as it is wanted, ending in a dot
     * @param place the same with the indexes of items
     */
    private void object(String path, String place) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            value(path + name, place + name);
        }
    }

    private void array(String path, String place) throws IOException {
        int items = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items < Payload.MAX_ITEMS) {
                value(path + "[]", place + "[" + items + "]");
            } else {
                parser.skipChildren();
            }
            items++;
        }
        lengths.put(place, items);
    }

    private void value(String path, String place) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT && isBelow(path + ".")) {
            object(path + ".", place + ".");
        } else if (token == JsonToken.START_ARRAY && isBelow(path + "[]")) {
            array(path, place);
        } else if (wanted.contains(path) && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            values.put(place, text(path));
        } else {
            parser.skipChildren();
        }
    }

    private boolean isBelow(String beginning) {
        return wanted.stream().anyMatch(each -> each.startsWith(beginning));
    }

    private String text(String path) throws IOException {
        String text = parser.getText();
        if (text.length() > MAX_VALUE
                || text.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Payload.unusable(path + " is too long or holds a control character");
        }
        return text;
    }
}
