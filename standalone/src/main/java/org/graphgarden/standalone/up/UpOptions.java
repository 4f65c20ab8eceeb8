package org.graphgarden.standalone.up;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.graphgarden.settings.CommonSettings;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.standalone.GardenDeclarations;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says of something that keeps running.
 *
 * @param config configuration file, or null
 * @param state state folder, or null for the configured one
 * @param bootstrapServers of a cluster to join, or null
 * @param schemaRegistry address of a registry to use, or null
 * @param services the services of this process
 */
public record UpOptions(
        @Nullable Path config,
        @Nullable Path state,
        @Nullable String bootstrapServers,
        @Nullable String schemaRegistry,
        Set<ServiceKind> services) {
    private static final String BOOTSTRAP = "bootstrap.servers";

    public UpOptions {
        services = Set.copyOf(services);
    }

    /**
     * The file, and the flags over it.
     *
     * @throws ConfigurationException with every problem in it
     */
    public Configuration configuration() {
        Configuration file = config == null
                ? Configuration.of(Map.of(), GardenDeclarations.ALL)
                : Configuration.load(config, GardenDeclarations.ALL);
        Map<String, Object> flags = new TreeMap<>();
        if (bootstrapServers != null) {
            flags.put("kafka", Map.of(BOOTSTRAP, bootstrapServers));
        }
        if (schemaRegistry != null) {
            flags.put("schema-registry", Map.of("url", schemaRegistry));
        }
        return file.with(flags);
    }

    /** The state folder, by flag or configuration; a service that runs alone has one of its own in it. */
    public Path state(Configuration configuration) {
        Path folder = state != null ? state : Path.of(configuration.settings("").getString(CommonSettings.STATE));
        return services.size() == 1 ? folder.resolve(services.iterator().next().title()) : folder;
    }

    /** Whether a cluster is joined; otherwise a broker is started. */
    static boolean joinsCluster(Configuration configuration) {
        return configuration.kafka().containsKey(BOOTSTRAP);
    }

    /** Whether a registry is used that is there already; otherwise one is started. */
    static boolean joinsRegistry(Configuration configuration) {
        return configuration.section("schema-registry").containsKey("url");
    }
}
