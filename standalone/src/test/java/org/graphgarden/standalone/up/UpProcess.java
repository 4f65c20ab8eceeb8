package org.graphgarden.standalone.up;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.graphgarden.standalone.cli.Main;

/** {@code garden up}, or one service, as a process of its own, as an operator has it. */
final class UpProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Process process;
    private final Path state;
    private final Path log;

    private UpProcess(Process process, Path state, Path log) {
        this.process = process;
        this.state = state;
        this.log = log;
    }

    /** Starts it and waits until it runs. */
    static UpProcess start(Path config, Path state, Path log) throws IOException {
        return start(state, log, List.of("up", "--config", config.toString(), "--state", state.toString()));
    }

    /**
     * The same of another command that keeps running.
     *
     * @param state the folder that it owns
     */
    static UpProcess start(Path state, Path log, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(command);
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        UpProcess up = new UpProcess(process, state, log);
        try {
            await().atMost(START).until(() -> up.requireAlive().addresses().isPresent());
            return up;
        } catch (RuntimeException | Error e) {
            up.close();
            throw new AssertionError("it did not start; its log:\n" + Files.readString(log), e);
        }
    }

    private UpProcess requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended with " + process.exitValue() + "; see " + log);
        }
        return this;
    }

    Optional<Addresses> addresses() {
        return Addresses.of(state).filter(addresses -> addresses.pid() == process.pid());
    }

    /** Its children, in the order in which they were started: broker, registry. */
    List<ProcessHandle> children() {
        return process.children()
                .sorted(Comparator.comparing(
                        child -> child.info().startInstant().orElseThrow()))
                .toList();
    }

    /** Tells it to stop, as service managers do; returns whether it ended in time. */
    boolean stopsWithin(Duration time) throws InterruptedException {
        process.destroy();
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
