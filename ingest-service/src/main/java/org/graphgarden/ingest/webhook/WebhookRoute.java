package org.graphgarden.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.Call;
import org.graphgarden.runtime.edge.RefusedException;
import org.graphgarden.settings.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the deliveries of one kind of forge. The order of checks is fixed: length, signature, content type, JSON, configured
 * repository and its pace, durably in Kafka; nobody learns about a later one before the earlier ones are passed.
 */
final class WebhookRoute {

    /** What GitHub sends at most, too. */
    static final int MAX_BODY = 25 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoute.class);
    private static final int BUFFER = 16 * 1024;
    private static final String RETRY_SECONDS = "10";

    private final Forge forge;
    private final Webhooks.Setup setup;
    private final SecretKeys keys;

    WebhookRoute(Forge forge, Webhooks.Setup setup, SecretKeys keys) {
        this.forge = forge;
        this.setup = setup;
        this.keys = keys;
    }

    Answer answer(Call call) throws IOException {
        try (Spool spool = new Spool(setup.spoolFolder())) {
            Set<Secret> signedWith = receive(call, spool);
            if (signedWith.isEmpty()) {
                throw Targets.notSigned();
            }
            requireJson(call);
            Notice notice = read(call, spool);
            List<Target> targets = setup.targets().spokenOf(notice, signedWith);
            if (notice instanceof Notice.Pushed pushed) {
                return publish(call, pushed, targets);
            }
            return notice instanceof Notice.Ignored ignored
                    ? Answer.line(202, "ignored: " + ignored.why())
                    : Answer.line(200, "pong");
        }
    }

    /** Takes the whole body in, and says which secrets signed it. Without a claim nothing is kept of it. */
    private Set<Secret> receive(Call call, Spool spool) throws IOException {
        Optional<Signature> claim = forge.signature(call, setup.clock().instant());
        Optional<SignatureCheck> check = claim.filter(each -> !(each instanceof Signature.Stale))
                .map(each -> new SignatureCheck(each, keys.now()));
        byte[] buffer = new byte[BUFFER];
        InputStream body = call.body();
        for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
            if (check.isPresent()) {
                check.get().update(buffer, got);
                spool.write(buffer, got);
            }
        }
        if (claim.isPresent() && check.isEmpty()) {
            throw new RefusedException(Answer.line(401, "the delivery was signed for another time than now"));
        }
        return check.map(SignatureCheck::signedWith).orElse(Set.of());
    }

    private static void requireJson(Call call) {
        String type = call.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new RefusedException(Answer.line(
                    415, "the content type has to be application/json; the forge's webhook settings say which"));
        }
    }

    private Notice read(Call call, Spool spool) throws IOException {
        try (InputStream body = spool.read()) {
            return forge.notice(call, Payload.read(body, forge.wanted()));
        }
    }

    private Answer publish(Call call, Notice.Pushed pushed, List<Target> targets) {
        List<PushNoticed> notices = Targets.withinPace(targets).stream()
                .flatMap(target -> pushed.moves().stream()
                        .filter(move -> target.follows(move, pushed.defaultBranch()))
                        .map(move -> notice(call, move, target)))
                .toList();
        if (notices.isEmpty()) {
            return Answer.line(202, "ignored: " + pushed.whyNot());
        }
        try {
            setup.notices().publish(notices);
            return Answer.line(202, "noticed");
        } catch (PushNotices.UnavailableException e) {
            if (e.getCause() != null) {
                LOG.warn(
                        "deliveries of {} are to be sent again: {}",
                        forge.name(),
                        e.getCause().toString());
            }
            return Answer.line(503, "the hint could not be kept; send it again").with("Retry-After", RETRY_SECONDS);
        }
    }

    private PushNoticed notice(Call call, RefMove moved, Target target) {
        return PushNoticed.newBuilder()
                .setGarden(target.garden())
                .setRepository(target.repository())
                .setProvider(forge.provider())
                .setDeliveryId(forge.deliveryId(call))
                .setRef(moved.ref())
                .setBefore(moved.before())
                .setAfter(moved.after())
                .setNoticedAt(setup.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
