package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.RegistryUrls;
import org.graphgarden.settings.CommonSettings;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.standalone.GardenDeclarations;
import org.jspecify.annotations.Nullable;

/** Finds broker and registry in the configuration file and in the flags, which win. */
final class WatchedCluster {
    private static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";
    private static final String REGISTRY = "schema-registry.url";

    private WatchedCluster() {}

    static KafkaClients clients(
            @Nullable Path file, @Nullable String bootstrapServers, @Nullable String schemaRegistry) {
        Map<String, Object> flags = new HashMap<>();
        putIfGiven(flags, BOOTSTRAP_SERVERS, bootstrapServers);
        putIfGiven(flags, REGISTRY, schemaRegistry);
        try {
            Configuration configuration = (file == null
                            ? Configuration.of(Map.of(), GardenDeclarations.ALL)
                            : Configuration.load(file, GardenDeclarations.ALL))
                    .with(flags);
            requireAddresses(configuration);
            return CommonSettings.kafka(configuration);
        } catch (ConfigurationException e) {
            throw new CommandException(ExitCode.USAGE, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private static void putIfGiven(Map<String, Object> flags, String key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }

    private static void requireAddresses(Configuration configuration) {
        if (!configuration.kafka().containsKey("bootstrap.servers")) {
            throw new CommandException(
                    ExitCode.USAGE, "no broker given; use --bootstrap-servers, or --config with " + BOOTSTRAP_SERVERS);
        }
        String url = configuration.settings("schema-registry").getString("url");
        if (RegistryUrls.isMock(url)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "no schema registry given (" + url + " is known to its own process only); use --schema-registry, or"
                            + " --config with " + REGISTRY);
        }
    }
}
