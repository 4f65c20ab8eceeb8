package org.graphgarden.standalone.broker;

import java.nio.file.Path;

/**
 * A broker that comes back with its data, under the same address.
 *
 * @param folder for its data, log and temporary files; stays
 * @param clusterId of its storage, fixed when that is formatted: 22 characters of Kafka's own base64
 * @param port loopback port for clients, 1 to 65535
 * @param controllerPort loopback port of the controller, 1 to 65535
 */
public record KeptBroker(Path folder, String clusterId, int port, int controllerPort) {
    private static final int HIGHEST_PORT = 65_535;

    public KeptBroker {
        requirePort("port", port);
        requirePort("controllerPort", controllerPort);
    }

    private static void requirePort(String field, int value) {
        if (value < 1 || value > HIGHEST_PORT) {
            throw new IllegalArgumentException(field + " is " + value + ", but has to be from 1 to " + HIGHEST_PORT);
        }
    }
}
