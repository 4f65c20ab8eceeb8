package org.graphgarden.inference.chat;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Addresses of endpoints: http or https, nothing in them that is secret. */
final class EndpointAddress {
    private EndpointAddress() {}

    /** For a setting; empty means none. */
    static ConfigDef.Validator validator() {
        return ConfigDef.LambdaValidator.with(
                EndpointAddress::check, () -> "http or https address, without credentials");
    }

    /**
     * Reads an address; slashes at the end are dropped.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat what may hold a password
     */
    static URI parse(String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (http && bare && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message repeats the address.
            throw new IllegalArgumentException("the address is malformed at character " + e.getIndex());
        }
        throw new IllegalArgumentException(
                "the address is none of an endpoint: write https://HOST/PATH or http://HOST:PORT/PATH without user, query and"
                        + " fragment; the key has a setting of its own");
    }

    /** Whether a key may be sent there: nobody between reads it. */
    static boolean isSafe(URI address) {
        String host = address.getHost();
        return "https".equals(address.getScheme())
                || "localhost".equals(host)
                || "[::1]".equals(host)
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static void check(String name, Object value) {
        String text = String.valueOf(value);
        if (text.isEmpty()) {
            return;
        }
        try {
            parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, Password.HIDDEN, e.getMessage());
        }
    }
}
