package org.graphgarden.standalone.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;
import org.graphgarden.settings.Configuration;
import org.graphgarden.standalone.broker.BrokerProcess;
import org.graphgarden.standalone.broker.KeptBroker;
import org.graphgarden.standalone.registry.RegistryInstallation;
import org.graphgarden.standalone.registry.RegistryOptions;
import org.graphgarden.standalone.registry.RegistryProcess;

/**
 * The broker and the registry that are started here, as far as no others are joined. Their addresses are known before they run
 * and stay the same.
 *
 * @param state holds their data
 * @param settings as configured
 * @param ports where they listen
 */
record Children(StateFolder state, UpSettings settings, Ports ports) {
    private static final String HOST = "127.0.0.1";
    private static final Duration START = Duration.ofSeconds(90);
    /** For a child that ends while it is starting for the first time. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The configuration with their addresses, where it names no others. */
    Configuration connect(Configuration configuration) {
        Map<String, Object> addresses = new TreeMap<>();
        if (!UpOptions.joinsCluster(configuration)) {
            addresses.put("kafka", Map.of("bootstrap.servers", bootstrapServers()));
        }
        if (!UpOptions.joinsRegistry(configuration)) {
            addresses.put(
                    "schema-registry", Map.of("url", "http://" + HOST + ":" + ports.registry() + "/apis/ccompat/v7"));
        }
        return configuration.with(addresses);
    }

    private String bootstrapServers() {
        return HOST + ":" + ports.broker();
    }

    KeptAlive startBroker() {
        String clusterId = state.kept("cluster-id", () -> Uuid.randomUuid().toString());
        KeptBroker broker = new KeptBroker(state.folder("broker"), clusterId, ports.broker(), ports.controller());
        return KeptAlive.begin("broker", PATIENCE, () -> {
            Ports.awaitFree(ports.broker());
            return Running.of(BrokerProcess.start(broker, START));
        });
    }

    /**
     * @param cache the user's cache folder, unless another is configured
     * @param progress told in one line of what takes long
     */
    KeptAlive startRegistry(Path cache, Consumer<String> progress) {
        RegistryInstallation installation = RegistryInstallation.provide(
                settings.registryCache().map(Path::of).orElse(cache), progress);
        RegistryOptions options =
                new RegistryOptions(bootstrapServers(), state.folder("registry"), ports.registry(), START);
        return KeptAlive.begin("registry", PATIENCE, () -> {
            Ports.awaitFree(ports.registry());
            return Running.of(RegistryProcess.start(installation, options));
        });
    }
}
