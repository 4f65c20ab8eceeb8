package org.graphgarden.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * GitLab, as in "Webhooks" of its documentation. With a signing token it signs as {@link StandardWebhooks} says; with the older
 * secret token it only sends that in {@code X-Gitlab-Token}. Who sends both is judged by the signature alone, so that nobody falls
 * back to what proves less. What happened is read from the body ({@code object_kind}, as in "Webhook events"), which is signed,
 * and not from the header beside it: {@code push} and {@code tag_push}, in project, group and system hooks alike. A deleted branch is a push with zeros
 * for {@code after}. "Test" sends a push of the newest commit; there is no ping. A hook that is answered with other than 2xx is
 * switched off after some failures, and a push of more than three branches tells none of them ("Push events"): polling finds it.
 */
final class GitLab implements Forge {

    private static final String[] ADDRESSES = {"project.git_http_url", "project.git_ssh_url", "project.web_url"};

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public Provider provider() {
        return Provider.GITLAB;
    }

    @Override
    public Optional<Signature> signature(Call call, Instant now) {
        return StandardWebhooks.isUsed(call)
                ? StandardWebhooks.signature(call, now)
                : call.header("X-Gitlab-Token")
                        .filter(token -> !token.isEmpty())
                        .map(token -> new Signature.Token(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String deliveryId(Call call) {
        String signed = StandardWebhooks.deliveryId(call);
        return signed.isEmpty() ? Headers.deliveryId(call, "X-Gitlab-Event-UUID") : signed;
    }

    @Override
    public Set<String> wanted() {
        return Set.of(
                "object_kind",
                "ref",
                "before",
                "after",
                "project.git_http_url",
                "project.git_ssh_url",
                "project.web_url",
                "project.default_branch");
    }

    @Override
    public Notice notice(Call call, Payload payload) {
        return switch (payload.text("object_kind")) {
            case "push", "tag_push" -> push(payload);
            default -> Notice.Ignored.event();
        };
    }

    private static Notice push(Payload payload) {
        Set<String> addresses = payload.addresses(ADDRESSES);
        RefMove move = new RefMove(payload.text("ref"), payload.text("before"), payload.text("after"));
        if (addresses.isEmpty()
                || !move.ref().startsWith("refs/")
                || !RefMove.isObjectId(move.before())
                || !RefMove.isObjectId(move.after())) {
            throw Payload.unusable("a push needs project.git_http_url, ref, before and after");
        }
        return new Notice.Pushed(addresses, List.of(move), payload.text("project.default_branch"));
    }
}
