package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import java.util.Set;
import org.graphgarden.standalone.up.ServiceKind;
import org.graphgarden.standalone.up.UpOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of every command that has to do with what keeps running. */
final class ClusterFlags {
    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file; see docs/configuration.md.")
    private @Nullable Path config;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder in which everything is kept. Default: the configured one, else .graph-garden.")
    private @Nullable Path state;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            description = "Join this Kafka cluster instead of starting a broker.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL,…",
            description = "Use this schema registry instead of starting one.")
    private @Nullable String schemaRegistry;

    /** For all services. */
    UpOptions options() {
        return options(Set.of(ServiceKind.values()));
    }

    UpOptions options(Set<ServiceKind> services) {
        return new UpOptions(config, state, bootstrapServers, schemaRegistry, services);
    }
}
