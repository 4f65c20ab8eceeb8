package org.graphgarden.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.graphgarden.registry.RegistryReply.Answer;

/** What a registry's answers mean when they are no success, and what to do about them. */
final class RegistryErrors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_QUOTE = 600;

    private RegistryErrors() {}

    /** Whether the registry says that it does not know what was asked for; a stranger's 404 says nothing of the kind. */
    static boolean isUnknown(Answer answer) {
        return answer.status() == 404 && json(answer.body()).path("error_code").asInt() / 100 == 404;
    }

    /** The answer as an error: what was asked of whom, what it said, and the remedy. */
    static SchemaRegistryException refused(RegistryRequest request, Answer answer) {
        return new SchemaRegistryException(request.about() + ": schema registry " + answer.base() + " answered "
                + request.method() + " " + request.path() + " with status " + answer.status() + said(answer.body())
                + "; " + remedy(answer));
    }

    /** The registry's own words in one short line, with a colon before them; empty when it has none. */
    static String said(String body) {
        String message =
                json(body).path("message").asText(body).replaceAll("\\s+", " ").strip();
        String quote = message.length() <= LONGEST_QUOTE ? message : message.substring(0, LONGEST_QUOTE) + "…";
        return quote.isEmpty() ? "" : ": " + quote;
    }

    /** A body as JSON; a missing node when it is none. */
    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String remedy(Answer answer) {
        return switch (answer.status()) {
            case 401 -> "check schema-registry.username and schema-registry.password, or schema-registry.token";
            case 403 ->
                "give this user the right to it, or let somebody register the schemas beforehand and set"
                        + " schema-registry.register to false";
            case 404 -> "check the path in schema-registry.url; that of Apicurio ends with /apis/ccompat/v7";
            case 409 -> "a later version may only add fields with a default or symbols to an enum with one";
            case 301, 302, 303, 307, 308 ->
                "redirects are not followed: set schema-registry.url to "
                        + answer.location().orElse("the address it points at");
            default -> "see the registry's log";
        };
    }
}
