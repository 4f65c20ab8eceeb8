package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.Uuid;
import org.graphgarden.standalone.child.Child;
import org.graphgarden.standalone.child.ChildProcess;

/**
 * A real Kafka broker (KRaft, one node) as a child process, reachable only on the loopback interface. The child ends with this process,
 * however this process ends; that of a run then deletes the run's folder itself.
 */
public final class BrokerProcess implements Child {
    private static final int ATTEMPTS = 3;
    private static final int STDERR_LINES = 8;
    private static final Duration POLITE = Duration.ofSeconds(3);
    /** Who keeps its data closes its log in order, or has to look through it at the next start. */
    private static final Duration ORDERLY = Duration.ofSeconds(7);

    private final ChildProcess child;
    private final BrokerSettings settings;
    private final Path folder;

    private BrokerProcess(Process process, BrokerSettings settings, Path folder, Duration patience) {
        this.child = new ChildProcess(process, patience, this::lastWords);
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
                    new BrokerProbe(broker.bootstrapServers(), broker.child.process()).await(deadline);
                    return broker;
                } catch (BrokerException e) {
                    broker.kill();
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

    /**
     * Starts a broker with the data of its predecessor and waits until it answers.
     *
     * @param deadline how long the broker may take
     * @throws BrokerException when it does not answer in time or ends; the message carries the tail of its log
     */
    public static BrokerProcess start(KeptBroker kept, Duration deadline) {
        try {
            Path folder = Files.createDirectories(kept.folder()).toAbsolutePath();
            BrokerCommand command = new BrokerCommand(
                    new BrokerSettings(folder.resolve("data"), kept.port(), kept.controllerPort()),
                    folder,
                    Files.createDirectories(folder.resolve("tmp")),
                    kept.clusterId(),
                    "-");
            BrokerProcess broker = new BrokerProcess(command.start(), command.settings(), folder, ORDERLY);
            try {
                new BrokerProbe(broker.bootstrapServers(), broker.child.process()).await(deadline);
                return broker;
            } catch (BrokerException e) {
                broker.kill();
                throw new BrokerException(e.getMessage() + broker.lastWords(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the broker could not be started in " + kept.folder(), e);
        }
    }

    private static BrokerProcess launch(RunFolder run, Path folder) throws IOException {
        BrokerCommand command = new BrokerCommand(
                settingsWithFreePorts(folder),
                folder,
                run.folder("tmp"),
                Uuid.randomUuid().toString(),
                run.path().toString());
        return new BrokerProcess(command.start(), command.settings(), folder, POLITE);
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

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public CompletableFuture<String> death() {
        return child.death();
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

    @Override
    public void close() {
        child.close();
    }

    /** Ends the broker at once. */
    public void kill() {
        child.kill();
    }
}
