package org.graphgarden.standalone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process whose output is read while it runs. */
final class Program implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Program start(Path folder, String... command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        return new Program(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** With the class path of the tests, which holds what the distribution has in its {@code lib}. */
    static Program java(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return start(folder, command.toArray(String[]::new));
    }

    /** Waits until it has written this; says what it wrote instead when it does not, or ends before. */
    void awaitOutput(String text) {
        await().atMost(DEADLINE).until(() -> output().contains(text) || !process.isAlive());
        assertThat(output()).contains(text);
    }

    /** Waits for its end; gives its exit code. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS))
                .as("it ends; it wrote: %s", output())
                .isTrue();
        return process.exitValue();
    }

    /** Asks it to end. Not with an interrupt: a shell makes what it starts in the background, such as this test, deaf to that. */
    void terminate() {
        process.destroy();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
