package org.graphgarden.ingest.webhook;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * Hooks that people write themselves; {@code docs/examples/post-receive} is one. {@code X-Garden-Timestamp} holds seconds since
 * 1970, no more than five minutes from now; {@code X-Garden-Signature: sha256=<hex>} is the HMAC-SHA256 over
 * {@code timestamp.body}. The body names the repository by its names in the configuration ({@code garden} and
 * {@code repository}) or by its address ({@code url}), and lists what moved: {@code {"garden": "library", "repository": "main",
 * "changes": [{"ref": "refs/heads/main", "before": "…", "after": "…"}]}}. Without {@code changes} it is a ping.
 */
final class GenericHook implements Forge {

    private static final String CHANGES = "changes";

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public Provider provider() {
        return Provider.GENERIC;
    }

    @Override
    public Optional<Signature> signature(Call call, Instant now) {
        String seconds = call.header("X-Garden-Timestamp").orElse("");
        if (!Timestamp.isOne(seconds)) {
            return Optional.empty();
        }
        return Headers.sha256(call, "X-Garden-Signature")
                .flatMap(digits -> Signature.ofHex(seconds + ".", digits))
                .map(claim -> Timestamp.isNear(seconds, now) ? claim : new Signature.Stale());
    }

    @Override
    public String deliveryId(Call call) {
        return Headers.deliveryId(call, "X-Garden-Delivery");
    }

    @Override
    public Set<String> wanted() {
        return Set.of("garden", "repository", "url", CHANGES + "[].ref", CHANGES + "[].before", CHANGES + "[].after");
    }

    @Override
    public Notice notice(Call call, Payload payload) {
        Set<String> addresses = new HashSet<>(payload.addresses("url"));
        if (!payload.text("repository").isEmpty()) {
            addresses.add(Target.nameOf(payload.text("garden"), payload.text("repository")));
        }
        if (addresses.isEmpty()) {
            throw Payload.unusable("the body has to name garden and repository, or url");
        }
        int changes = payload.items(CHANGES);
        return changes == 0 ? new Notice.Ping(addresses) : new Notice.Pushed(addresses, moves(payload, changes), "");
    }

    private static List<RefMove> moves(Payload payload, int changes) {
        Stream<RefMove> known = IntStream.range(0, Math.min(changes, Payload.MAX_ITEMS))
                .mapToObj(i -> move(payload, CHANGES + "[" + i + "]"));
        Stream<RefMove> beyond = changes > Payload.MAX_ITEMS ? Stream.of(RefMove.UNKNOWN) : Stream.of();
        return Stream.concat(known, beyond).toList();
    }

    private static RefMove move(Payload payload, String change) {
        RefMove move = new RefMove(
                payload.text(change + ".ref"), payload.text(change + ".before"), payload.text(change + ".after"));
        if (!move.ref().startsWith("refs/")
                || !RefMove.isObjectId(move.before())
                || !RefMove.isObjectId(move.after())) {
            throw Payload.unusable("a change needs ref, before and after");
        }
        return move;
    }
}
