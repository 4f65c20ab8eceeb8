package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker (KRaft, one node) as a child process, reachable only on the loopback interface. The child ends with this process,
 * however this process ends, and then deletes the run's folder itself.
 */
public final class BrokerProcess implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final int STDERR_LINES = 8;
    private static final Duration POLITE = Duration.ofSeconds(3);

    private final Process process;
    private final BrokerSettings settings;
    private final Path folder;
    private volatile boolean closing;

    private BrokerProcess(Process process, BrokerSettings settings, Path folder) {
        this.process = process;
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * Starts a broker in the run's folder and waits until it answers.
     *
     * @param run holds the broker's data; deleted by the child should this process die
     * @param deadline how long the broker may take
     * @throws BrokerException when it does not answer in time or ends; the message carries the tail of its log
     */
    public static BrokerProcess start(RunFolder run, Duration deadline) {
        try {
            for (int attempt = 1; ; attempt++) {
                BrokerProcess broker = launch(run, run.folder("broker-" + attempt));
                try {
                    new BrokerProbe(broker.bootstrapServers(), broker.process).await(deadline);
                    return broker;
                } catch (BrokerException e) {
                    broker.process.destroyForcibly();
                    // Another process may have taken a port between our look and the broker's bind.
                    if (attempt == ATTEMPTS || !broker.lastWords().contains("Address already in use")) {
                        throw new BrokerException(e.getMessage() + broker.lastWords(), e);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the broker could not be started in " + run.path(), e);
        }
    }

    private static BrokerProcess launch(RunFolder run, Path folder) throws IOException {
        BrokerSettings settings = settingsWithFreePorts(folder);
        Path properties = folder.resolve("server.properties");
        List<String> lines = settings.toProperties().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\"))
                .toList();
        Files.write(properties, lines);
        ProcessBuilder builder = new ProcessBuilder(command(properties, run, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.out").toFile());
        // Options meant for our own JVM must not blow up the child's.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new BrokerProcess(builder.start(), settings, folder);
    }

    private static List<String> command(Path properties, RunFolder run, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BrokerSettings.JVM_FLAGS);
        command.add("-Dgarden.log.file=" + folder.resolve("broker.log"));
        command.add("-Dgarden.log.level=warn");
        // Native libraries are unpacked there, and a killed process deletes nothing.
        command.add("-Djava.io.tmpdir=" + run.folder("tmp"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(BrokerMain.class.getName());
        command.add(properties.toString());
        command.add(Uuid.randomUuid().toString());
        command.add(run.path().toString());
        return command;
    }

    /** Both sockets are held at once, so that the ports differ. */
    private static BrokerSettings settingsWithFreePorts(Path folder) throws IOException {
        try (ServerSocket clients = loopback();
                ServerSocket controller = loopback()) {
            return new BrokerSettings(folder.resolve("data"), clients.getLocalPort(), controller.getLocalPort());
        }
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** The child's process id. */
    public long pid() {
        return process.pid();
    }

    /** Completes with the tail of the broker's log when the broker ended without having been asked to; else never. */
    public CompletableFuture<String> death() {
        CompletableFuture<String> death = new CompletableFuture<>();
        process.onExit().thenAccept(ended -> {
            if (!closing) {
                death.complete("exit code " + ended.exitValue() + lastWords());
            }
        });
        return death;
    }

    /** The end of what the broker wrote, to explain a failure; starts with a line break unless empty. */
    private String lastWords() {
        StringBuilder words = new StringBuilder();
        for (String name : List.of("broker.out", "broker.log")) {
            Path file = folder.resolve(name);
            try {
                List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
                lines.subList(Math.max(0, lines.size() - STDERR_LINES), lines.size())
                        .forEach(line ->
                                words.append("\n  ").append(name).append(": ").append(line));
            } catch (IOException e) {
                words.append("\n  ").append(name).append(" cannot be read");
            }
        }
        return words.toString();
    }

    /** Ends the broker: politely first, then by force. Nobody else needs its data, so it is given little time. */
    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(POLITE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the broker at once. */
    public void kill() {
        closing = true;
        process.destroyForcibly()
                .onExit()
                .orTimeout(POLITE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> process)
                .join();
    }
}
