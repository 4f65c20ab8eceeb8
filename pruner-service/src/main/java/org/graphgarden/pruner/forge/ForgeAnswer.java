package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a forge answered.
 *
 * @param status HTTP status
 * @param body its JSON; missing when there was none
 * @param more whether a list goes on: the header {@code Link} names a next page (RFC 8288)
 * @param total elements of the whole list, or {@link #UNKNOWN}
 * @param moved whether a redirect led to it, as when a repository was renamed
 */
record ForgeAnswer(int status, JsonNode body, boolean more, long total, boolean moved) {
    static final long UNKNOWN = -1;
    private static final int LONGEST = 400;

    /** What the forge says went wrong, on one line; empty when it says nothing. Where each forge says it differs. */
    String said() {
        Set<String> said = new LinkedHashSet<>();
        gather(body.path("message"), said);
        gather(body.path("error_description"), said);
        body.path("errors").forEach(error -> gather(error.isTextual() ? error : error.path("message"), said));
        if (said.isEmpty()) {
            gather(body.path("error"), said);
        }
        String line = said.stream()
                .collect(Collectors.joining("; "))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** GitLab's messages may be lists, or lists by field. */
    private static void gather(JsonNode message, Set<String> said) {
        if (message.isTextual()) {
            said.add(message.asText());
        } else if (message.isContainerNode()) {
            message.forEach(part -> gather(part, said));
        }
    }

    /** The elements of a list. */
    List<JsonNode> elements() throws ForgeException {
        if (!body.isArray()) {
            throw new ForgeException(ForgeTrouble.UNEXPECTED, "the forge answered something else than a list");
        }
        List<JsonNode> elements = new ArrayList<>();
        body.forEach(elements::add);
        return elements;
    }

    static long number(JsonNode node, String field) throws ForgeException {
        if (!node.path(field).isIntegralNumber()) {
            throw new ForgeException(ForgeTrouble.UNEXPECTED, "the forge's answer has no number '" + field + "'");
        }
        return node.path(field).asLong();
    }

    static String text(JsonNode node, String field) throws ForgeException {
        if (!node.path(field).isTextual()) {
            throw new ForgeException(ForgeTrouble.UNEXPECTED, "the forge's answer has no text '" + field + "'");
        }
        return node.path(field).asText();
    }
}
