package org.graphgarden.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request of the Confluent REST protocol.
 *
 * @param about what it is about, for messages: a subject or an id
 * @param path behind the base address, with a leading slash
 * @param body JSON
 */
record RegistryRequest(String about, String method, String path, Optional<String> body) {

    static RegistryRequest get(String about, String path) {
        return new RegistryRequest(about, "GET", path, Optional.empty());
    }

    static RegistryRequest post(String about, String path, String body) {
        return new RegistryRequest(about, "POST", path, Optional.of(body));
    }

    static RegistryRequest put(String about, String path, String body) {
        return new RegistryRequest(about, "PUT", path, Optional.of(body));
    }

    /** A name as it stands in a path. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    URI at(URI base) {
        return URI.create(base + path);
    }

    BodyPublisher publisher() {
        return body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    }
}
