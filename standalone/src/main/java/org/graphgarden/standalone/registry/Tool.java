package org.graphgarden.standalone.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Another program that is run to its end. */
final class Tool {
    private static final int LAST_LINES = 12;

    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more).*");

    private Tool() {}

    /**
     * Runs it.
     *
     * @param folder where it runs
     * @param output file for what it writes
     * @throws IOException when it is not installed
     * @throws RegistryProcessException when it fails or takes too long; with the end of what it wrote
     */
    static void run(Path folder, Path output, Duration deadline, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(command, "took longer than " + deadline.toSeconds() + " seconds", output);
            }
            if (process.exitValue() != 0) {
                throw failed(command, "ended with code " + process.exitValue(), output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryProcessException("interrupted while " + command.get(0) + " was running", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static RegistryProcessException failed(List<String> command, String how, Path output) throws IOException {
        return new RegistryProcessException(String.join(" ", command) + " " + how + tail(output));
    }

    /** The end of a file without stack frames, each line indented and with the file's name; empty when there is nothing. */
    static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                .toList();
        StringBuilder tail = new StringBuilder();
        lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(line -> tail.append("\n  ")
                .append(file.getFileName())
                .append(": ")
                .append(line));
        return tail.toString();
    }
}
