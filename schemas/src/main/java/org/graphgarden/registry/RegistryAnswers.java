package org.graphgarden.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.graphgarden.registry.RegistryReply.Answer;

/** Reads what stands in a registry's answers. */
final class RegistryAnswers {

    private RegistryAnswers() {}

    static Schema schema(RegistryRequest request, Answer answer) {
        JsonNode body = RegistryErrors.json(answer.body());
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") || !body.path("references").isEmpty()) {
            throw new SchemaRegistryException(request.about() + " is a schema of type " + type
                    + (body.path("references").isEmpty() ? "" : " with references")
                    + "; only Avro schemas without references can be read");
        }
        try {
            return new Schema.Parser().parse(body.path("schema").asText());
        } catch (SchemaParseException e) {
            throw new SchemaRegistryException(
                    request.about() + ": schema registry " + answer.base() + " gave no Avro schema: " + e.getMessage(),
                    e);
        }
    }

    static int number(RegistryRequest request, Answer answer, String field) {
        JsonNode value = RegistryErrors.json(answer.body()).path(field);
        if (!value.canConvertToInt() || value.asInt() < 0) {
            throw new SchemaRegistryException(request.about() + ": schema registry " + answer.base()
                    + " answered without a number for '" + field + "'; check that schema-registry.url is its address");
        }
        return value.asInt();
    }

    static Optional<String> level(Answer answer) {
        JsonNode level = RegistryErrors.json(answer.body()).path("compatibilityLevel");
        return answer.isSuccess() && level.isTextual() ? Optional.of(level.asText()) : Optional.empty();
    }
}
