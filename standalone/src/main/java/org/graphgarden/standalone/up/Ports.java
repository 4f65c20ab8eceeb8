package org.graphgarden.standalone.up;

import static org.graphgarden.standalone.up.UpException.Kind.CONFIGURATION;
import static org.graphgarden.standalone.up.UpException.Kind.INTERNAL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The loopback ports of the children. They are looked for once and then kept, so that clients find them again.
 *
 * @param broker for Kafka's clients
 * @param controller the broker's own
 * @param registry of the schema registry
 */
record Ports(int broker, int controller, int registry) {
    private static final String FILE = "ports";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BETWEEN_LOOKS_MILLIS = 50;

    /** The kept ones; those that are configured take the place of those. */
    static Ports of(StateFolder state, UpSettings settings) {
        String[] kept = state.kept(FILE, Ports::free).split(" ", -1);
        try {
            return new Ports(
                    chosen(settings.brokerPort(), kept[0]),
                    Integer.parseInt(kept[1]),
                    chosen(settings.registryPort(), kept[2]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new UpException(
                    CONFIGURATION,
                    state.path().resolve(FILE) + " is damaged: delete it, and other ports will be chosen",
                    e);
        }
    }

    /** Waits a while for a child of a former owner to end; who has the port then is somebody else. */
    static void awaitFree(int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > end) {
                throw new UpException(
                        CONFIGURATION,
                        "port " + port + " is in use by somebody else; end that, or choose another with up.broker-port"
                                + " or up.registry-port");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UpException(INTERNAL, "interrupted while waiting for port " + port, e);
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int chosen(int configured, String kept) {
        return configured == 0 ? Integer.parseInt(kept) : configured;
    }

    /** All sockets are held at once, so that the ports differ. */
    private static String free() {
        try (ServerSocket broker = loopback();
                ServerSocket controller = loopback();
                ServerSocket registry = loopback()) {
            return broker.getLocalPort() + " " + controller.getLocalPort() + " " + registry.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
