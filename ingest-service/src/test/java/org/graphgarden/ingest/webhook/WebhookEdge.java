package org.graphgarden.ingest.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.edge.Network;
import org.graphgarden.runtime.edge.ServiceEdge;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.Declarations;
import org.graphgarden.settings.Secret;

/** The real edge with all webhooks on a free port, for a garden with a repository at every forge; hints go to a list. */
final class WebhookEdge implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final String SECRET = "a secret of the whole garden";
    static final String SIGNING_TOKEN = "whsec_QSBzaWduaW5nIHRva2VuIG9mIHRoaXJ0eS1vbmU=";
    static final String METRICS_TOKEN = "a token for the metrics page";

    final List<PushNoticed> noticed = new CopyOnWriteArrayList<>();
    final Meters meters = new Meters();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final ServiceEdge edge;

    /**
     * Listens.
     *
     * @param folder for secrets and the spool
     * @param deliveriesPerMinute of one repository
     * @param failuresPerMinute of one caller, told apart by what this machine says in X-Forwarded-For
     */
    WebhookEdge(Path folder, Clock clock, int deliveriesPerMinute, int failuresPerMinute) throws IOException {
        this(folder, clock, deliveriesPerMinute, failuresPerMinute, SECRET);
    }

    private WebhookEdge(Path folder, Clock clock, int deliveriesPerMinute, int failuresPerMinute, String secret)
            throws IOException {
        this.folder = folder;
        Configuration configuration = Configuration.of(
                gardens(folder, deliveriesPerMinute, secret), Declarations.with(WebhookSettings.SECTION));
        EdgeSettings settings = new EdgeSettings(
                "127.0.0.1",
                0,
                Optional.of(secret(folder, "metrics", METRICS_TOKEN)),
                Duration.ofSeconds(20),
                16,
                List.of(Network.of("127.0.0.1")),
                failuresPerMinute);
        this.edge = ServiceEdge.start(
                settings,
                new Health(),
                meters,
                Webhooks.routes(configuration, noticed::addAll, spool(), clock, new WebhookMetrics(meters)));
    }

    /** With the clock at {@link #NOW} and the limits as they are by themselves. */
    static WebhookEdge at(Path folder) throws IOException {
        return new WebhookEdge(folder, Clock.fixed(NOW, ZoneOffset.UTC), 1200, 60);
    }

    /** One more, at another port, that knows another secret and what time it is. */
    WebhookEdge withSecret(String secret) throws IOException {
        return new WebhookEdge(Files.createDirectory(folder.resolve("other")), Clock.systemUTC(), 1200, 60, secret);
    }

    URI address() {
        return edge.address();
    }

    /** The secret that fits a way of signing. */
    static String secretOf(SignedAs way) {
        return way == SignedAs.GITLAB ? SIGNING_TOKEN : SECRET;
    }

    /** A well-formed delivery, for changing. */
    HttpRequest.Builder request(SignedAs way, String event, String body, String secret, Instant signed) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve("/webhooks/" + way.forge()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        way.headers(event, bytes, secret, signed).forEach(request::header);
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Status and line of the answer to a request. */
    String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request);
        return response.statusCode() + " " + response.body().strip();
    }

    /** Status and line of the answer to a delivery that is signed as it should be. */
    String deliver(SignedAs way, String event, String body) throws IOException, InterruptedException {
        return answer(request(way, event, body, secretOf(way), NOW));
    }

    /** Bodies that lie in the spool folder. */
    List<Path> spooled() throws IOException {
        if (!Files.exists(spool())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(spool())) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        edge.close();
        meters.close();
    }

    private Path spool() {
        return folder.resolve("spool");
    }

    private static Map<String, ?> gardens(Path folder, int deliveriesPerMinute, String secret) throws IOException {
        Map<String, Object> repositories = new HashMap<>();
        repositories.put("at-github", Map.of("url", "https://github.com/Codertocat/Hello-World.git"));
        repositories.put("at-gitlab", Map.of("url", "ssh://git@gitlab.example.com/people/library.git"));
        repositories.put("at-gitea", Map.of("url", "https://gitea.example.com/people/library"));
        repositories.put("at-bitbucket", Map.of("url", "git@bitbucket.org:people/library.git", "branch", "main"));
        repositories.put("by-hook", Map.of("url", "/srv/git/library.git", "branch", "main"));
        List<String> secrets = List.of(
                secret(folder, "first", secret).reference(),
                secret(folder, "signing", SIGNING_TOKEN).reference());
        Map<String, ?> webhook = Map.of("secrets", secrets, "deliveries-per-minute", deliveriesPerMinute);
        return Map.of("gardens", Map.of("commons", Map.of("webhook", webhook, "repositories", repositories)));
    }

    private static Secret secret(Path folder, String name, String text) throws IOException {
        return new Secret("${file:" + Files.writeString(folder.resolve(name), text) + "}");
    }
}
