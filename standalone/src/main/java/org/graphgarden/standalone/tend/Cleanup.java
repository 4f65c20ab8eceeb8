package org.graphgarden.standalone.tend;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be undone however a run ends: last in, first out, when it is closed or when the process is told to stop. Nothing
 * may hold up the end for longer than its limit, and no failure keeps the others from being undone.
 */
public final class Cleanup implements AutoCloseable {
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Thread hook = new Thread(this::abort, "garden-cleanup");
    private volatile boolean aborted;

    private record Task(String what, AutoCloseable action, Duration limit) {}

    /** Begins to watch for the process's end. */
    public Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Adds something to be closed.
     *
     * @param what name for threads and stack traces
     * @param limit how long it may take
     */
    public synchronized <T extends AutoCloseable> T add(String what, T thing, Duration limit) {
        tasks.push(new Task(what, thing, limit));
        return thing;
    }

    /** Whether the process is being stopped from outside; then whatever fails now is of no interest. */
    public boolean aborted() {
        return aborted;
    }

    @Override
    public void close() {
        if (aborted) {
            return;
        }
        undoAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending just now; the hook finds nothing left to do.
        }
    }

    private void abort() {
        aborted = true;
        undoAll();
    }

    private synchronized void undoAll() {
        while (!tasks.isEmpty()) {
            undo(tasks.pop());
        }
    }

    private static void undo(Task task) {
        Thread worker = new Thread(() -> close(task.action()), "close-" + task.what());
        worker.setDaemon(true);
        worker.start();
        try {
            worker.join(task.limit().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable action) {
        try {
            action.close();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(Cleanup.class).warn("closing failed", e);
        }
    }
}
