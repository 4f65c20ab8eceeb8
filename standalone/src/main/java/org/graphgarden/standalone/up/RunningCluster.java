package org.graphgarden.standalone.up;

import static org.graphgarden.standalone.up.UpException.Kind.CONFIGURATION;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.settings.CommonSettings;
import org.graphgarden.settings.Configuration;

/**
 * A cluster in which services run, for who asks them something.
 *
 * @param configuration with the addresses of broker and registry
 * @param edge address of health and metrics, when what runs is on this machine
 */
public record RunningCluster(Configuration configuration, Optional<String> edge) {

    /**
     * The one that flags or configuration name, else the one that runs on the state folder.
     *
     * @throws UpException when neither is there
     */
    public static RunningCluster of(UpOptions options) {
        Configuration configuration = options.configuration();
        Path state = options.state(configuration);
        Optional<Addresses> addresses = Addresses.of(state);
        if (UpOptions.joinsCluster(configuration)) {
            if (!UpOptions.joinsRegistry(configuration)) {
                throw new UpException(
                        CONFIGURATION,
                        "it is not said where the schemas are: set --schema-registry or schema-registry.url");
            }
            return new RunningCluster(configuration, addresses.map(Addresses::edge));
        }
        Addresses running = addresses.orElseThrow(
                () -> new UpException(
                        CONFIGURATION,
                        "nothing runs on the state folder "
                                + state.toAbsolutePath().normalize()
                                + (StateFolder.isOwned(state) ? " yet: it is just starting" : "")
                                + "; start `garden up`, or name its folder with --state or a cluster with --bootstrap-servers"));
        Configuration connected = configuration.with(Map.of(
                "kafka",
                Map.of("bootstrap.servers", running.bootstrapServers()),
                "schema-registry",
                Map.of("url", running.schemaRegistry())));
        return new RunningCluster(connected, Optional.of(running.edge()));
    }

    /** Clients that give up soon: somebody is waiting for the answer. */
    public KafkaClients clients() {
        return CommonSettings.kafka(configuration.with(
                Map.of("kafka", Map.of("default.api.timeout.ms", "15000", "request.timeout.ms", "10000"))));
    }
}
