package org.graphgarden.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphgarden.runtime.edge.Call;

/**
 * The form of signature that the Standard Webhooks specification (1.0.0, "Signature scheme") describes and GitLab uses ("Webhooks",
 * section on signing tokens): {@code webhook-signature} is a list of {@code v1,<base64>} with blanks between, each an HMAC-SHA256
 * over {@code webhook-id.webhook-timestamp.body}. The key is what stands behind {@code whsec_} of the secret, taken out of base64;
 * a secret without that beginning signs nothing in this form. The specification leaves the tolerance of the timestamp open; its
 * libraries take five minutes, and so do we.
 */
final class StandardWebhooks {

    private static final String SECRET = "whsec_";
    private static final String VERSION = "v1,";
    private static final String SIGNATURE = "webhook-signature";
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final int SHORTEST_KEY = 16;
    private static final int MAC_BYTES = 32;
    /** A sender that changes its secret signs twice; more is of no use. */
    private static final int MOST = 4;

    private StandardWebhooks() {}

    static boolean isUsed(Call call) {
        return call.header(SIGNATURE).isPresent();
    }

    static String deliveryId(Call call) {
        return Headers.deliveryId(call, ID);
    }

    /** What is claimed; empty when it is not in this form. An id with a full stop in it could be cut in two ways. */
    static Optional<Signature> signature(Call call, Instant now) {
        String id = deliveryId(call);
        String seconds = call.header(TIMESTAMP).orElse("");
        List<byte[]> macs = macs(call.header(SIGNATURE).orElse(""));
        if (id.isEmpty() || !Timestamp.isOne(seconds) || macs.isEmpty()) {
            return Optional.empty();
        }
        if (!Timestamp.isNear(seconds, now)) {
            return Optional.of(new Signature.Stale());
        }
        byte[] prefix = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Signature.Hmac(prefix, macs, StandardWebhooks::key));
    }

    private static List<byte[]> macs(String header) {
        return Stream.of(header.split(" ", MOST + 1))
                .limit(MOST)
                .filter(each -> each.startsWith(VERSION))
                .flatMap(each -> decoded(each.substring(VERSION.length())).stream())
                .filter(mac -> mac.length == MAC_BYTES)
                .toList();
    }

    private static Optional<byte[]> key(byte[] secret) {
        String text = new String(secret, StandardCharsets.UTF_8);
        return text.startsWith(SECRET)
                ? decoded(text.substring(SECRET.length())).filter(key -> key.length >= SHORTEST_KEY)
                : Optional.empty();
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
