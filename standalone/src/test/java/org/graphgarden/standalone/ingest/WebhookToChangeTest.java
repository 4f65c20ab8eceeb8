package org.graphgarden.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.graphgarden.events.PushClosed;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.webhook.KafkaPushNotices;
import org.graphgarden.ingest.webhook.WebhookMetrics;
import org.graphgarden.ingest.webhook.Webhooks;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.edge.ServiceEdge;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.Configuration;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.broker.BrokerProcess;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.topics.TopicCatalogue;
import org.graphgarden.topics.TopicProvisioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a signed delivery over HTTP through a real broker to a fetch of a real repository. */
class WebhookToChangeTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String SECRET = "a secret of the whole garden";

    private final Path temp;
    private final RunFolder run;
    private final BrokerProcess broker;
    private final KafkaClients clients;
    private final Meters meters = new Meters();
    private final Heard heard = new Heard();

    WebhookToChangeTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.run = RunFolder.create(temp);
        this.broker = BrokerProcess.start(run, DEADLINE);
        this.clients = new KafkaClients(
                Map.of("bootstrap.servers", broker.bootstrapServers()), SchemaRegistries.forUrl("mock://webhook-test"));
        try (Admin admin = clients.admin()) {
            new TopicProvisioner(admin, new TopicCatalogue(1, 1, (short) 1)).provision();
        }
    }

    @AfterEach
    void stop() throws Exception {
        meters.close();
        broker.close();
        run.close();
    }

    @Test
    void shouldFetchJustTheRepositoryThatADeliverySpeaksOf() throws Exception {
        try (Library beds = new Library(temp.resolve("beds"));
                Library orchard = new Library(temp.resolve("orchard"));
                KafkaPushNotices notices = new KafkaPushNotices(clients)) {
            // given
            beds.pattern("mint", "Mint").commit("first");
            orchard.pattern("pear", "Pear").commit("first");
            Configuration configuration = configuration();
            try (ServiceEdge edge = edge(configuration, notices);
                    IngestService ingest = ingest(configuration)) {
                ingest.start();
                await().atMost(DEADLINE).until(() -> heard.closed.size() == 2);
                heard.fetched.clear();

                // when
                String head = beds.pattern("sage", "Sage").commit("second");
                orchard.pattern("plum", "Plum").commit("second");
                HttpResponse<String> answer = deliver(edge.address(), "beds", head);
                await().atMost(DEADLINE).until(() -> heard.closed.size() == 3);

                // then
                assertThat(answer.statusCode()).isEqualTo(202);
                assertThat(heard.fetched).containsExactly("beds");
                assertThat(heard.closed.get(2).getCommit()).isEqualTo(head);
            }

            // when: the broker is gone
            try (ServiceEdge edge = edge(configuration, notices)) {
                broker.close();
                HttpResponse<String> answer = deliver(edge.address(), "beds", "1".repeat(40));

                // then
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("10");
                assertThat(meters.scrape())
                        .contains("garden_webhook_answers_seconds_count{forge=\"github\",status=\"202\"} 1")
                        .contains("garden_webhook_answers_seconds_count{forge=\"github\",status=\"503\"} 1");
            }
        }
    }

    private Configuration configuration() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), SECRET);
        return Configuration.of(
                Map.of(
                        "ingest", Map.of("poll-interval", "1h"),
                        "gardens",
                                Map.of(
                                        "two",
                                        Map.of(
                                                "webhook", Map.of("secrets", List.of("${file:" + secret + "}")),
                                                "repositories",
                                                        Map.of(
                                                                "beds",
                                                                repository("beds"),
                                                                "orchard",
                                                                repository("orchard"))))),
                GardenDeclarations.ALL);
    }

    private Map<String, ?> repository(String name) {
        return Map.of("url", temp.resolve(name).toString(), "forge-url", "https://forge.example/people/" + name);
    }

    private ServiceEdge edge(Configuration configuration, KafkaPushNotices notices) {
        EdgeSettings settings = new EdgeSettings("127.0.0.1", 0, Optional.empty(), Duration.ofSeconds(10), 4);
        return ServiceEdge.start(
                settings,
                new Health(),
                meters,
                Webhooks.routes(
                        configuration, notices, temp.resolve("spool"), Clock.systemUTC(), new WebhookMetrics(meters)));
    }

    private IngestService ingest(Configuration configuration) {
        IngestSettings settings = IngestSettings.of(configuration.settings("ingest"));
        List<GardenSource> gardens = configuration.gardens().stream()
                .map(garden -> GardenSource.of(garden, settings))
                .toList();
        return new IngestService(settings, gardens, clients, temp.resolve("state"), Clock.systemUTC(), heard);
    }

    private static HttpResponse<String> deliver(URI edge, String repository, String after) throws Exception {
        String body = """
                {"ref": "refs/heads/main", "before": "%s", "after": "%s",
                 "repository": {"clone_url": "https://forge.example/people/%s.git", "default_branch": "main"}}
                """.formatted("0".repeat(40), after, repository);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(edge.resolve("/webhooks/github"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", "push")
                .header("X-Hub-Signature-256", "sha256=" + signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static final class Heard implements IngestListener {
        private final List<String> fetched = new CopyOnWriteArrayList<>();
        private final List<PushClosed> closed = new CopyOnWriteArrayList<>();

        @Override
        public void fetched(String garden, String repository, String commit) {
            fetched.add(repository);
        }

        @Override
        public void closed(PushClosed push) {
            closed.add(push);
        }
    }
}
