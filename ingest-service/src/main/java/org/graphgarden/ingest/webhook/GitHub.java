package org.graphgarden.ingest.webhook;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * GitHub: {@code X-Hub-Signature-256: sha256=<hex HMAC-SHA256 of the body>}, as in "Validating webhook deliveries" of its
 * documentation; events {@code push} and {@code ping} as in "Webhook events and payloads". A push event also tells of tags, and
 * of branches that were deleted. The older SHA-1 signature is not looked at.
 */
final class GitHub implements Forge {

    private static final String SCHEME = "sha256=";
    private static final String[] ADDRESSES = {"repository.clone_url", "repository.ssh_url", "repository.html_url"};
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern DELIVERY = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final String HEADS = "refs/heads/";

    @Override
    public String name() {
        return "github";
    }

    @Override
    public Provider provider() {
        return Provider.GITHUB;
    }

    @Override
    public Optional<Signature> signature(Call call) {
        return call.header("X-Hub-Signature-256")
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header -> Signature.ofHex(header.substring(SCHEME.length())));
    }

    @Override
    public String deliveryId(Call call) {
        return call.header("X-GitHub-Delivery")
                .filter(id -> DELIVERY.matcher(id).matches())
                .orElse("");
    }

    @Override
    public Set<String> wanted() {
        return Set.of(
                "ref",
                "before",
                "after",
                "deleted",
                "repository.clone_url",
                "repository.ssh_url",
                "repository.html_url",
                "repository.default_branch");
    }

    @Override
    public Notice notice(Call call, Payload payload) {
        Set<String> addresses = payload.addresses(ADDRESSES);
        return switch (call.header("X-GitHub-Event").orElse("")) {
            case "push" -> push(addresses, payload);
            case "ping" -> new Notice.Ping(addresses);
            default -> new Notice.Ignored(Set.of(), "only pushes are of use here");
        };
    }

    private static Notice push(Set<String> addresses, Payload payload) {
        String ref = payload.text("ref");
        String before = payload.text("before");
        String after = payload.text("after");
        if (addresses.isEmpty()
                || !ref.startsWith("refs/")
                || !OBJECT_ID.matcher(before).matches()
                || !OBJECT_ID.matcher(after).matches()) {
            throw Payload.unusable("a push needs repository.clone_url, ref, before and after");
        }
        if (!ref.startsWith(HEADS)) {
            return new Notice.Ignored(addresses, "not a branch");
        }
        if (payload.isTrue("deleted")) {
            return new Notice.Ignored(addresses, "the branch was deleted");
        }
        return new Notice.Pushed(addresses, ref, before, after, payload.text("repository.default_branch"));
    }
}
