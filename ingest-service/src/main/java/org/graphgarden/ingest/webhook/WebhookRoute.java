package org.graphgarden.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.Call;
import org.graphgarden.runtime.edge.RefusedException;
import org.graphgarden.settings.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the deliveries of one kind of forge. The order of checks is fixed: announced length, whether there is a signature at
 * all, length, signature, content type, JSON, configured repository, durably in Kafka; nobody learns about a later one before the
 * earlier ones are passed. Of what claims no signature nothing is read.
 */
final class WebhookRoute {

    /** What GitHub sends at most, too. */
    static final int MAX_BODY = 25 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoute.class);
    private static final int BUFFER = 16 * 1024;
    private static final String RETRY_SECONDS = "10";

    private final Forge forge;
    private final Webhooks.Setup setup;
    private final SignatureChecks checks;
    private final PacedNotices notices;

    WebhookRoute(Forge forge, Webhooks.Setup setup, SignatureChecks checks, PacedNotices notices) {
        this.forge = forge;
        this.setup = setup;
        this.checks = checks;
        this.notices = notices;
    }

    Answer answer(Call call) throws IOException {
        try (Spool spool = new Spool(setup.spoolFolder())) {
            InputStream body = call.body();
            Signature claim = claim(call);
            keep(body, spool);
            Set<Secret> signedWith = checks.signedWith(claim, spool);
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

    /** What shows whether it is worth while to read the body. */
    private Signature claim(Call call) {
        Signature claim = forge.signature(call, setup.clock().instant())
                .orElseThrow(
                        () -> new RefusedException(Targets.notSigned().answer().closing()));
        if (claim instanceof Signature.Stale) {
            throw new RefusedException(Answer.line(401, "the delivery was signed for another time than now")
                    .closing());
        }
        return claim;
    }

    private static void keep(InputStream body, Spool spool) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
            spool.write(buffer, got);
        }
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

    /** One hint for each target, whatever moved there: a look takes in all of it. */
    private Answer publish(Call call, Notice.Pushed pushed, List<Target> targets) {
        Map<Target, PushNoticed> hints = new LinkedHashMap<>();
        targets.forEach(target -> pushed.moves().stream()
                .filter(move -> target.follows(move, pushed.defaultBranch()))
                .findFirst()
                .ifPresent(move -> hints.put(target, notice(call, move, target))));
        if (hints.isEmpty()) {
            return Answer.line(202, "ignored: " + pushed.whyNot());
        }
        try {
            return Answer.line(202, notices.publish(hints) ? "noticed" : "ignored: a look is due already");
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
