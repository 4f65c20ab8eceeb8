package org.graphgarden.standalone.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.graphgarden.standalone.child.Child;
import org.graphgarden.standalone.child.ChildProcess;

/**
 * A real schema registry as a child process, reachable only on the loopback interface. It keeps everything in Kafka, so that
 * any number of them may follow one another on one broker. The child ends with this process, however this process ends.
 */
public final class RegistryProcess implements Child {
    private static final int ATTEMPTS = 3;
    private static final Duration POLITE = Duration.ofSeconds(5);
    private static final String LOG = "registry.log";

    private final ChildProcess child;
    private final int port;
    private final Path log;

    private RegistryProcess(Process process, int port, Path log) {
        this.child = new ChildProcess(process, POLITE, this::lastWords);
        this.port = port;
        this.log = log;
    }

    /**
     * Starts a registry and waits until it answers and has read what the broker holds.
     *
     * @throws RegistryProcessException when it does not answer in time or ends; the message carries the end of its log
     */
    public static RegistryProcess start(RegistryInstallation installation, RegistryOptions options) {
        try {
            requireFree(options.port());
            RegistryTopics.provision(options.bootstrapServers());
            for (int attempt = 1; ; attempt++) {
                RegistryProcess registry = launch(installation, options);
                try {
                    new RegistryProbe(registry.url(), registry.child.process()).await(options.deadline());
                    return registry;
                } catch (RegistryProcessException e) {
                    registry.kill();
                    // Another process may have taken the port between our look and the registry's bind.
                    boolean again = options.port() == 0 && attempt < ATTEMPTS && registry.foundPortTaken();
                    if (!again) {
                        throw new RegistryProcessException(e.getMessage() + Tool.tail(registry.log), e);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the registry could not be started in " + options.folder(), e);
        }
    }

    private static RegistryProcess launch(RegistryInstallation installation, RegistryOptions options)
            throws IOException {
        Path folder = Files.createDirectories(options.folder()).toAbsolutePath();
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path log = folder.resolve(LOG);
        int port = options.port() == 0 ? freePort() : options.port();
        ProcessBuilder builder = new ProcessBuilder(
                        RegistryCommand.of(installation, options.bootstrapServers(), port, temporary))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Options and settings that are meant for others must not reach the child.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().keySet().removeIf(name -> name.startsWith("APICURIO_") || name.startsWith("QUARKUS_"));
        return new RegistryProcess(builder.start(), port, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = loopback(0)) {
            return socket.getLocalPort();
        }
    }

    /** Otherwise whoever has the port would be taken for the registry. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = loopback(port)) {
            socket.getLocalPort();
        } catch (BindException e) {
            throw new RegistryProcessException("port " + port + " for the registry is in use by somebody else", e);
        }
    }

    private static ServerSocket loopback(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName(RegistryCommand.HOST));
    }

    /** Base address of the Confluent REST protocol, for {@code schema-registry.url}. */
    public String url() {
        return root() + "/apis/ccompat/v7";
    }

    /** The address below which the registry's own interfaces are. */
    public String root() {
        return "http://" + RegistryCommand.HOST + ":" + port;
    }

    /** The loopback port; a successor that is to be found by the same clients is started with it. */
    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public CompletableFuture<String> death() {
        return child.death();
    }

    private String lastWords() {
        try {
            return Tool.tail(log);
        } catch (IOException e) {
            return "; its log " + log + " cannot be read";
        }
    }

    private boolean foundPortTaken() {
        return lastWords().contains("in use");
    }

    /** What it was told is in Kafka, so it is given little time. */
    @Override
    public void close() {
        child.close();
    }

    /** Ends the registry at once. */
    public void kill() {
        child.kill();
    }
}
