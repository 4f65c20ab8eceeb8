package org.graphgarden.standalone.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A child whose parent was killed. */
public final class Orphan {
    private final long pid;

    private Orphan(long pid) {
        this.pid = pid;
    }

    /**
     * Starts a parent, reads its child's process id from the first line that it writes, and kills the parent.
     *
     * @param parent a class with a {@code main} that starts a child, prints its process id and then waits for ever
     */
    public static Orphan of(Class<?> parent, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                parent.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader()) {
            return new Orphan(Long.parseLong(output.readLine()));
        } finally {
            process.destroyForcibly();
        }
    }

    public boolean isGone() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }
}
