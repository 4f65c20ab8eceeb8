package org.graphgarden.ingest.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * Gitea and Forgejo, which sign alike: {@code X-Gitea-Signature} or {@code X-Forgejo-Signature} is the bare hex HMAC-SHA256 of
 * the body, as in "Webhooks" of either's documentation; empty when no secret is set. Forgejo sends both headers. Pushes have
 * GitHub's form, and tags are told by them too; that a branch was deleted is told by the event {@code delete} with the bare name
 * of the branch. There is no ping: "Test delivery" sends a push of the newest commit. Older versions put the secret into the
 * body as well, which is not read. Both are {@link Provider#GITEA} in events: who reads them need not tell them apart.
 */
final class Gitea implements Forge {

    private final String name;
    private final List<String> families;

    private Gitea(String name, String... families) {
        this.name = name;
        this.families = List.of(families);
    }

    static Gitea gitea() {
        return new Gitea("gitea", "X-Gitea-");
    }

    /** The same; Forgejo's own headers come first, Gitea's are those of Forgejo before 1.20. */
    static Gitea forgejo() {
        return new Gitea("forgejo", "X-Forgejo-", "X-Gitea-");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Provider provider() {
        return Provider.GITEA;
    }

    @Override
    public Optional<Signature> signature(Call call, Instant now) {
        return headers(call, "Signature").findFirst().flatMap(Signature::ofHex);
    }

    @Override
    public String deliveryId(Call call) {
        return families.stream()
                .map(family -> Headers.deliveryId(call, family + "Delivery"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public Set<String> wanted() {
        return PushForm.WANTED;
    }

    @Override
    public Notice notice(Call call, Payload payload) {
        return switch (headers(call, "Event").findFirst().orElse("")) {
            case "push" -> PushForm.push(payload);
            case "delete" -> PushForm.deletion(payload);
            default -> Notice.Ignored.event();
        };
    }

    private Stream<String> headers(Call call, String end) {
        return families.stream().flatMap(family -> call.header(family + end).stream());
    }
}
