package org.graphgarden.registry;

/** Finds the registry behind an address. */
public final class SchemaRegistries {

    private SchemaRegistries() {}

    /**
     * The registry behind an address, with defaults for all else.
     *
     * @param url {@code mock://SCOPE}: schemas stay in this process; else http or https addresses of one registry, with
     *     commas between them
     * @throws IllegalArgumentException when the address is none that is known
     */
    public static SchemaRegistry forUrl(String url) {
        return RegistryUrls.isMock(url)
                ? MockSchemaRegistry.scope(RegistryUrls.scope(url))
                : new HttpSchemaRegistry(HttpRegistryOptions.of(RegistryUrls.parse(url)));
    }
}
