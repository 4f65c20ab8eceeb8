package org.graphgarden.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways in which deliveries are signed, written from the forges' documentation and without the code under test. */
enum SignedAs {
    GITHUB("github"),
    GITLAB_TOKEN("gitlab"),
    GITLAB("gitlab"),
    GITEA("gitea"),
    FORGEJO("forgejo"),
    BITBUCKET("bitbucket"),
    GENERIC("generic");

    static final String DELIVERY = "72d3162e-cc78-11e3-81ab-4c9367dc0958";

    private final String forge;

    SignedAs(String forge) {
        this.forge = forge;
    }

    /** Last part of the path. */
    String forge() {
        return forge;
    }

    /** Where its examples lie, such as {@code gitea/push}. */
    String example(String name) {
        return (this == FORGEJO ? "gitea" : forge) + "/" + name;
    }

    /** Whether the body is part of what is signed. */
    boolean coversTheBody() {
        return this != GITLAB_TOKEN;
    }

    /** Whether the time is. */
    boolean coversTheTime() {
        return this == GITLAB || this == GENERIC;
    }

    /** All headers of a delivery. */
    Map<String, String> headers(String event, byte[] body, String secret, Instant now) {
        return headers(event, body, secret, now, DELIVERY);
    }

    /** The same, with an id of its own. */
    Map<String, String> headers(String event, byte[] body, String secret, Instant now, String delivery) {
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/json"));
        String seconds = Long.toString(now.getEpochSecond());
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        switch (this) {
            case GITHUB -> {
                headers.put("X-GitHub-Event", event);
                headers.put("X-GitHub-Delivery", delivery);
                headers.put("X-Hub-Signature-256", "sha256=" + hex(hmac(key, "", body)));
            }
            case GITLAB_TOKEN -> {
                headers.put("X-Gitlab-Event", event);
                headers.put("X-Gitlab-Event-UUID", delivery);
                headers.put("X-Gitlab-Token", secret);
            }
            case GITLAB -> {
                headers.put("X-Gitlab-Event", event);
                headers.put("webhook-id", delivery);
                headers.put("webhook-timestamp", seconds);
                byte[] decoded = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
                byte[] mac = hmac(decoded, delivery + "." + seconds + ".", body);
                headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac));
            }
            case GITEA -> gitea("X-Gitea-", event, key, body, delivery, headers);
            case FORGEJO -> {
                gitea("X-Forgejo-", event, key, body, delivery, headers);
                gitea("X-Gitea-", event, key, body, delivery, headers);
            }
            case BITBUCKET -> {
                headers.put("X-Event-Key", event);
                headers.put("X-Request-UUID", delivery);
                headers.put("X-Hub-Signature", "sha256=" + hex(hmac(key, "", body)));
            }
            case GENERIC -> {
                headers.put("X-Garden-Delivery", delivery);
                headers.put("X-Garden-Timestamp", seconds);
                headers.put("X-Garden-Signature", "sha256=" + hex(hmac(key, seconds + ".", body)));
            }
        }
        return headers;
    }

    /** The text of an example, such as {@code gitlab/push}. */
    static String text(String example) {
        try (InputStream file =
                Objects.requireNonNull(SignedAs.class.getResourceAsStream("/" + example + ".json"), example)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** GitHub's headers come as well, which is why the path and not a header says who sends. */
    private static void gitea(
            String family, String event, byte[] key, byte[] body, String delivery, Map<String, String> headers) {
        headers.put(family + "Event", event);
        headers.put(family + "Delivery", delivery);
        headers.put(family + "Signature", hex(hmac(key, "", body)));
        headers.put("X-GitHub-Event", event);
        headers.put("X-GitHub-Delivery", delivery);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] hmac(byte[] key, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
