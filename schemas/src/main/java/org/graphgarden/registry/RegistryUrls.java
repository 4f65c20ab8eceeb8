package org.graphgarden.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses of one registry. All of them lead to the same schemas: when one does not answer, the next is asked.
 */
public final class RegistryUrls {

    private static final String MOCK = "mock://";

    private RegistryUrls() {}

    /** Whether an address stands for a registry in this process. */
    public static boolean isMock(String text) {
        return text.startsWith(MOCK) && text.length() > MOCK.length();
    }

    /** The name behind {@code mock://}. */
    static String scope(String mock) {
        return mock.substring(MOCK.length());
    }

    /**
     * The base addresses in a list with commas between them.
     *
     * @throws IllegalArgumentException when one is none; the message does not repeat what may hold a password
     */
    public static List<URI> parse(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(RegistryUrls::base)
                .toList();
    }

    private static URI base(String text) {
        URI uri;
        try {
            uri = new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address is malformed at character " + e.getIndex() + ": write "
                    + "http://HOST:PORT, https://HOST:PORT or mock://SCOPE");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an address holds a user name: write schema-registry.username and schema-registry.password instead");
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("'" + text + "' is no address of a registry: write http://HOST:PORT,"
                    + " https://HOST:PORT (with a path, if it has one) or mock://SCOPE");
        }
        return uri;
    }
}
