package org.graphgarden.ingest.webhook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.Call;
import org.graphgarden.runtime.edge.RefusedException;
import org.graphgarden.runtime.edge.Route;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /webhooks/<forge>}: hints that a repository moved. A hint that is answered with 202 is in Kafka; a lost, repeated
 * or forged one changes nothing but the delay, because Git is looked at in any case.
 */
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    /** Long bodies are rare, and forges wait some ten seconds for an answer. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(8);

    private static final String RETRY_SECONDS = "10";

    private final Setup setup;
    private final SignatureChecks checks;
    private final PacedNotices notices;

    /**
     * What webhooks work with.
     *
     * @param targets repositories that may be spoken of
     * @param notices where hints go
     * @param spoolFolder where long bodies lie until their signature is known
     * @param listener hears how they are answered
     */
    record Setup(Targets targets, PushNotices notices, Path spoolFolder, Clock clock, WebhookListener listener) {}

    private Webhooks(Setup setup) {
        this.setup = setup;
        List<Secret> secrets = setup.targets().all().stream()
                .flatMap(target -> target.secrets().stream())
                .toList();
        this.checks = new SignatureChecks(new SecretKeys(secrets, System::nanoTime), LONG_PATIENCE);
        this.notices = new PacedNotices(setup.notices(), setup.listener());
    }

    /**
     * The routes for the repositories of a configuration; secrets are looked up now, and every ten seconds again.
     *
     * @param configuration checked against {@link WebhookSettings#SECTION}
     * @param spoolFolder where long bodies lie until their signature is known; made when it is needed
     * @throws org.graphgarden.settings.ConfigurationException when a secret cannot be read or is too short
     */
    public static List<Route> routes(
            Configuration configuration, PushNotices notices, Path spoolFolder, Clock clock, WebhookListener listener) {
        Setup setup = new Setup(new Targets(Target.of(configuration)), notices, spoolFolder, clock, listener);
        return new Webhooks(setup).routes();
    }

    private List<Route> routes() {
        return Forge.ALL.stream().map(this::route).toList();
    }

    private Route route(Forge forge) {
        WebhookRoute route = new WebhookRoute(forge, setup, checks, notices);
        return Route.post(
                "/webhooks/" + forge.name(),
                Route.Access.OPEN,
                WebhookRoute.MAX_BODY,
                call -> timed(forge, route, call));
    }

    private Answer timed(Forge forge, WebhookRoute route, Call call) {
        long start = System.nanoTime();
        Answer answer = answer(route, call);
        setup.listener().answered(forge.name(), answer.status(), Duration.ofNanos(System.nanoTime() - start));
        return answer;
    }

    private static Answer answer(WebhookRoute route, Call call) {
        try {
            return route.answer(call);
        } catch (RefusedException e) {
            return e.answer();
        } catch (IOException e) {
            LOG.error("a delivery could not be kept until it was checked", e);
            return Answer.line(503, "the delivery could not be kept; send it again")
                    .with("Retry-After", RETRY_SECONDS)
                    .closing();
        }
    }
}
