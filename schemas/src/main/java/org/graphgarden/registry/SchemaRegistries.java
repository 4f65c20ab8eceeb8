package org.graphgarden.registry;

/** Finds the registry behind an address. */
public final class SchemaRegistries {

    private static final String MOCK = "mock://";

    private SchemaRegistries() {}

    /**
     * The registry behind an address.
     *
     * @param url {@code mock://SCOPE}: schemas stay in this process
     * @throws IllegalArgumentException when the address is none that is known
     */
    public static SchemaRegistry forUrl(String url) {
        if (url.startsWith(MOCK) && url.length() > MOCK.length()) {
            return MockSchemaRegistry.scope(url.substring(MOCK.length()));
        }
        if (url.startsWith("http://") || url.startsWith("https://")) {
            throw new IllegalArgumentException(
                    "schema-registry.url is an http address, which this version cannot use yet; use mock://SCOPE");
        }
        throw new IllegalArgumentException("schema-registry.url is '" + url + "', but has to be mock://SCOPE");
    }
}
