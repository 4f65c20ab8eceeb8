package org.graphgarden.standalone.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro values as JSON that needs no schema to be read: no type names around values that may be null, times as text, bytes as
 * text when they are text and else as {@code {"base64": …}}.
 */
final class FriendlyJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FriendlyJson() {}

    static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof IndexedRecord record) {
            return object(record);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(of(item)));
            return array;
        }
        if (value instanceof ByteBuffer bytes) {
            return bytes(bytes);
        }
        return value instanceof Number || value instanceof Boolean ? NODES.pojoNode(value) : text(value);
    }

    private static ObjectNode object(IndexedRecord record) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), of(record.get(field.pos())));
        }
        return object;
    }

    /** Texts, enums, times. The beginning of time stands for a time that is not known. */
    private static JsonNode text(Object value) {
        return Instant.EPOCH.equals(value) ? NODES.nullNode() : TextNode.valueOf(value.toString());
    }

    private static JsonNode bytes(ByteBuffer bytes) {
        try {
            return TextNode.valueOf(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString());
        } catch (CharacterCodingException e) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return NODES.objectNode().put("base64", Base64.getEncoder().encodeToString(copy));
        }
    }
}
