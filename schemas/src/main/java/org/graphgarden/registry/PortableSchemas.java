package org.graphgarden.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Schemas as other languages should see them: without the hints that Avro's Java generator leaves in them. */
public final class PortableSchemas {

    private static final String STRING_HINT = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PortableSchemas() {}

    /** The same schema without Java hints; documentation, defaults and logical types stay. */
    public static Schema of(Schema schema) {
        try {
            return new Schema.Parser().parse(JSON.writeValueAsString(plain(JSON.readTree(schema.toString()))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("schema " + schema.getFullName() + " is not JSON", e);
        }
    }

    private static JsonNode plain(JsonNode node) {
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(element -> array.add(plain(element)));
            return array;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        ObjectNode object = JSON.createObjectNode();
        node.properties().forEach(field -> {
            if (!field.getKey().equals(STRING_HINT)) {
                object.set(field.getKey(), plain(field.getValue()));
            }
        });
        boolean onlyType =
                object.size() == 1 && object.has("type") && object.get("type").isTextual();
        return onlyType ? object.get("type") : object;
    }
}
