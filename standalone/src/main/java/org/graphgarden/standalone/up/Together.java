package org.graphgarden.standalone.up;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes several things at once, so that the slowest decides how long it takes.
 *
 * @param parts what is closed
 */
record Together(List<AutoCloseable> parts) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Together.class);

    static Together of(AutoCloseable... parts) {
        return new Together(List.of(parts));
    }

    Together and(AutoCloseable part) {
        return new Together(Stream.concat(parts.stream(), Stream.of(part)).toList());
    }

    @Override
    public void close() throws InterruptedException {
        List<Thread> threads = parts.stream().map(Together::closing).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static Thread closing(AutoCloseable part) {
        Thread thread = new Thread(() -> close(part), "close");
        thread.setDaemon(true);
        return thread;
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("closing failed", e);
        }
    }
}
