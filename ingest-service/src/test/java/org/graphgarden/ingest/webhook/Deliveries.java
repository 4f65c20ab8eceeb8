package org.graphgarden.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what GitHub sends. */
final class Deliveries {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Deliveries(URI edge) {
        this.address = edge.resolve("/webhooks/github");
    }

    static String example(String name) {
        try (InputStream file =
                Objects.requireNonNull(Deliveries.class.getResourceAsStream("/github/" + name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A well-formed delivery, for changing. */
    HttpRequest.Builder request(String event, byte[] body, String secret) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")
                .header("X-Hub-Signature-256", signature(body, secret))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Status and line. */
    String deliver(String event, String body, String secret) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(event, body.getBytes(StandardCharsets.UTF_8), secret));
        return response.statusCode() + " " + response.body().strip();
    }
}
