package org.graphgarden.ingest.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * GitHub: {@code X-Hub-Signature-256: sha256=<hex HMAC-SHA256 of the body>}, as in "Validating webhook deliveries" of its
 * documentation; events {@code push}, {@code ping} and {@code merge_group} as in "Webhook events and payloads". A push event
 * also tells of tags, and of branches that were deleted ({@code deleted}); the {@code delete} event beside it is not needed. A
 * merge queue pushes what it tries to branches of its own ("Managing a merge queue"): what comes of it is pushed once more. The
 * older SHA-1 signature is not looked at. GitHub waits ten seconds for an answer and does not send again by itself ("Best
 * practices for using webhooks").
 */
final class GitHub implements Forge {

    private static final String MERGE_QUEUE = RefMove.HEADS + "gh-readonly-queue/";
    private static final String TRIAL = "a merge queue tries something";

    @Override
    public String name() {
        return "github";
    }

    @Override
    public Provider provider() {
        return Provider.GITHUB;
    }

    @Override
    public Optional<Signature> signature(Call call, Instant now) {
        return Headers.sha256(call, "X-Hub-Signature-256").flatMap(Signature::ofHex);
    }

    @Override
    public String deliveryId(Call call) {
        return Headers.deliveryId(call, "X-GitHub-Delivery");
    }

    @Override
    public Set<String> wanted() {
        return PushForm.WANTED;
    }

    @Override
    public Notice notice(Call call, Payload payload) {
        return switch (call.header("X-GitHub-Event").orElse("")) {
            case "push" -> push(payload);
            case "ping" -> new Notice.Ping(PushForm.addresses(payload));
            case "merge_group" -> new Notice.Ignored(PushForm.addresses(payload), TRIAL);
            default -> Notice.Ignored.event();
        };
    }

    private static Notice push(Payload payload) {
        Notice.Pushed push = PushForm.push(payload);
        return payload.text("ref").startsWith(MERGE_QUEUE) ? new Notice.Ignored(push.addresses(), TRIAL) : push;
    }
}
