package org.graphgarden.standalone.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a registry answers.
 *
 * @param url base of the protocol
 * @param process the registry, whose early end ends the wait
 */
record RegistryProbe(String url, Process process) {
    private static final int BETWEEN_LOOKS_MILLIS = 50;
    private static final Duration ONE_ANSWER = Duration.ofSeconds(5);
    private static final String LEVEL = "FULL_TRANSITIVE";

    /** Returns when the registry has read its journal and holds new subjects to the level of our contracts. */
    void await(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ONE_ANSWER)
                .build();
        while (!succeeds(client, get("/subjects")) || !succeeds(client, setLevel())) {
            pause(end);
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ONE_ANSWER)
                .build();
    }

    private HttpRequest setLevel() {
        return HttpRequest.newBuilder(URI.create(url + "/config"))
                .timeout(ONE_ANSWER)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"compatibility\": \"" + LEVEL + "\"}"))
                .build();
    }

    private static boolean succeeds(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause(long end) {
        try {
            if (process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new RegistryProcessException(
                        "the registry ended while starting, exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (System.nanoTime() > end) {
            throw new RegistryProcessException("the registry did not answer on " + url + " in time");
        }
    }

    private static RegistryProcessException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RegistryProcessException("interrupted while the registry was starting", e);
    }
}
