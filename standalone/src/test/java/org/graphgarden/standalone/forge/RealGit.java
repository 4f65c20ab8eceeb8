package org.graphgarden.standalone.forge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.graphgarden.standalone.Requirement;
import org.jspecify.annotations.Nullable;

/** Runs the machine's own programs, with no configuration of the user's. */
public final class RealGit {
    private static final int LIMIT_SECONDS = 60;

    private RealGit() {}

    /**
     * What a program came to.
     *
     * @param code its exit code
     * @param output what it said, on both channels
     */
    public record Ended(int code, String output) {
        public boolean fine() {
            return code == 0;
        }
    }

    /** Skips the running test where a program is missing. */
    public static void require(String... programs) {
        for (String program : programs) {
            if (find(program) == null) {
                Requirement.missing(program + " is not installed");
            }
        }
    }

    /** The program on the path or among the system's own, or null. */
    static @Nullable Path find(String program) {
        for (String folder : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    /** Runs Git in a folder; gives what it printed. */
    public static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
        line.addAll(List.of(arguments));
        Ended ended = run(Map.of(), line);
        if (!ended.fine()) {
            throw new IOException(String.join(" ", line) + ": " + ended.output());
        }
        return ended.output().strip();
    }

    /** Runs a program to its end, whatever that is. */
    public static Ended run(Map<String, String> variables, List<String> line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_TERMINAL_PROMPT", "0"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(line.get(0) + " did not end");
        }
        return new Ended(process.exitValue(), output);
    }
}
