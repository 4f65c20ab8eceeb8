package org.graphgarden.standalone.child;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A started process and how it ends: by itself, which is told, or because it was asked to. */
public final class ChildProcess implements Child {
    private static final Duration REAPING = Duration.ofSeconds(5);

    private final Process process;
    private final Duration patience;
    private final Supplier<String> lastWords;
    private volatile boolean closing;

    /**
     * Takes charge of a process.
     *
     * @param patience how long it may take to end when it is asked to
     * @param lastWords the end of what it wrote, to explain why it ended; starts with a line break unless empty
     */
    public ChildProcess(Process process, Duration patience, Supplier<String> lastWords) {
        this.process = process;
        this.patience = patience;
        this.lastWords = lastWords;
    }

    public Process process() {
        return process;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<String> death() {
        CompletableFuture<String> death = new CompletableFuture<>();
        process.onExit().thenAccept(ended -> {
            if (!closing) {
                death.complete("exit code " + ended.exitValue() + lastWords.get());
            }
        });
        return death;
    }

    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once. */
    public void kill() {
        closing = true;
        process.destroyForcibly()
                .onExit()
                .orTimeout(REAPING.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> process)
                .join();
    }
}
