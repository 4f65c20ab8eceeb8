package org.graphgarden.standalone.registry;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a registry runs.
 *
 * @param bootstrapServers of the broker that keeps its data, {@code host:port}; without authentication
 * @param folder for its log and temporary files, all of which may be deleted when it has ended
 * @param port loopback port; 0 for any that is free. Who restarts a registry gives it the port that its clients know
 * @param deadline how long it may take to answer
 */
public record RegistryOptions(String bootstrapServers, Path folder, int port, Duration deadline) {
    private static final int HIGHEST_PORT = 65_535;

    public RegistryOptions {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port is " + port + ", but has to be from 0 to " + HIGHEST_PORT);
        }
    }
}
