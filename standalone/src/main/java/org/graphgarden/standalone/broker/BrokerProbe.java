package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Waits until a broker answers.
 *
 * @param bootstrapServers {@code host:port}
 * @param process the broker, whose early end ends the wait
 */
record BrokerProbe(String bootstrapServers, Process process) {
    private static final int BETWEEN_LOOKS_MILLIS = 20;
    private static final int CONNECT_MILLIS = 500;

    /** Returns when the broker has answered a metadata request. */
    void await(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        // The admin client backs off between its own attempts; looking at the port first finds the moment sooner.
        while (!portAnswers()) {
            requireTime(end);
            pause();
        }
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "20",
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, "20");
        try (Admin admin = Admin.create(config)) {
            while (!clusterAnswers(admin, end)) {
                requireTime(end);
                pause();
            }
        }
    }

    private boolean portAnswers() {
        String[] parts = bootstrapServers.split(":");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean clusterAnswers(Admin admin, long end) {
        try {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            return !admin.describeCluster()
                    .nodes()
                    .get(Math.min(left, 5_000), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while the broker was starting", e);
        }
    }

    private void requireTime(long end) {
        if (!process.isAlive()) {
            throw new BrokerException("the broker ended while starting, exit code " + process.exitValue());
        }
        if (System.nanoTime() > end) {
            throw new BrokerException("the broker did not answer on " + bootstrapServers + " in time");
        }
    }

    private void pause() {
        try {
            if (process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new BrokerException("the broker ended while starting, exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while the broker was starting", e);
        }
    }
}
