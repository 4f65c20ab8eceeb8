package org.graphgarden.ingest.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * Bitbucket Cloud: {@code X-Hub-Signature: sha256=<hex HMAC-SHA256 of the body>} as in "Manage webhooks" (section on securing
 * them) of its documentation; {@code X-Event-Key: repo:push} with {@code push.changes} as in "Event payloads": one delivery tells
 * of every branch and tag that the push moved. {@code new} is null for what was deleted, {@code old} for what was made. The default branch is not
 * told, so any branch counts where the configuration names none. There is no ping. What is not answered with 2xx within ten
 * seconds is sent twice more. Bitbucket Data Center sends other bodies and is not this.
 */
final class Bitbucket implements Forge {

    private static final String CHANGES = "push.changes";

    @Override
    public String name() {
        return "bitbucket";
    }

    @Override
    public Provider provider() {
        return Provider.BITBUCKET;
    }

    @Override
    public Optional<Signature> signature(Call call, Instant now) {
        return Headers.sha256(call, "X-Hub-Signature").flatMap(Signature::ofHex);
    }

    @Override
    public String deliveryId(Call call) {
        return Headers.deliveryId(call, "X-Request-UUID");
    }

    @Override
    public Set<String> wanted() {
        return Set.of(
                "repository.links.html.href",
                CHANGES + "[].new.type",
                CHANGES + "[].new.name",
                CHANGES + "[].new.target.hash",
                CHANGES + "[].old.type",
                CHANGES + "[].old.name",
                CHANGES + "[].old.target.hash");
    }

    @Override
    public Notice notice(Call call, Payload payload) {
        return call.header("X-Event-Key").orElse("").equals("repo:push") ? push(payload) : Notice.Ignored.event();
    }

    private static Notice push(Payload payload) {
        Set<String> addresses = payload.addresses("repository.links.html.href");
        int changes = payload.items(CHANGES);
        if (addresses.isEmpty() || changes == 0) {
            throw Payload.unusable("a push needs repository.links.html.href and push.changes");
        }
        Stream<RefMove> known = IntStream.range(0, Math.min(changes, Payload.MAX_ITEMS))
                .mapToObj(i -> move(payload, CHANGES + "[" + i + "]"));
        Stream<RefMove> beyond = changes > Payload.MAX_ITEMS ? Stream.of(RefMove.UNKNOWN) : Stream.of();
        List<RefMove> moves = Stream.concat(known, beyond).toList();
        return new Notice.Pushed(addresses, moves, "");
    }

    private static RefMove move(Payload payload, String change) {
        boolean deleted = payload.text(change + ".new.name").isEmpty();
        String side = change + (deleted ? ".old" : ".new");
        String name = payload.text(side + ".name");
        String hash = payload.text(side + ".target.hash");
        if (name.isEmpty() || !RefMove.isObjectId(hash)) {
            throw Payload.unusable("a change of a push needs the name and target of what is new or old");
        }
        String before = payload.text(change + ".old.target.hash");
        return new RefMove(
                space(payload.text(side + ".type")) + name,
                RefMove.isObjectId(before) ? before : RefMove.NOTHING,
                deleted ? RefMove.NOTHING : hash);
    }

    private static String space(String type) {
        return type.equals("branch") ? RefMove.HEADS : "refs/tags/";
    }
}
