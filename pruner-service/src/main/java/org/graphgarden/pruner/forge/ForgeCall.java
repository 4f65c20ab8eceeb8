package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One call of a forge's API.
 *
 * @param method HTTP method
 * @param path behind the API's base address, encoded, with its query
 * @param body JSON to be sent, or null
 */
record ForgeCall(String method, String path, @Nullable JsonNode body) {
    static ForgeCall get(String path) {
        return new ForgeCall("GET", path, null);
    }

    /** Whether making it twice comes to the same as making it once: everything but creating. */
    boolean repeatable() {
        return !method.equals("POST");
    }

    /** A text as one segment of a path or one value of a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
