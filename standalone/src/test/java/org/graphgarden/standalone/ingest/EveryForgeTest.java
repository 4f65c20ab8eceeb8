package org.graphgarden.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.graphgarden.events.Provider;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.ingest.webhook.KafkaPushNotices;
import org.graphgarden.ingest.webhook.WebhookMetrics;
import org.graphgarden.ingest.webhook.Webhooks;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.edge.ServiceEdge;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.Configuration;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.broker.BrokerProcess;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicCatalogue;
import org.graphgarden.topics.TopicProvisioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of every forge into a real broker, and nothing of a secret anywhere. */
class EveryForgeTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String SECRET = "whsec_TXVsY2ggaXMgbmV2ZXIgYmFyZSBzb2lsIGF0IGFsbA==";
    private static final String GUESS = "a guess of what the secret is";
    private static final String IN_THE_BODY = "a secret that stands in the body";
    private static final String COMMIT = "8d3f5e2a1b4c6d7e8f9a0b1c2d3e4f5a6b7c8d9e";
    private static final String LIKE_GITHUB = """
            {"secret": "%s", "ref": "refs/heads/main", "before": "%s", "after": "%s",
             "repository": {"clone_url": "https://forge.example/people/beds.git", "default_branch": "main"}}
            """.formatted(IN_THE_BODY, "0".repeat(40), COMMIT);
    private static final String LIKE_GITLAB = """
            {"secret": "%s", "object_kind": "push", "ref": "refs/heads/main", "before": "%s", "after": "%s",
             "project": {"git_http_url": "https://forge.example/people/beds.git", "default_branch": "main"}}
            """.formatted(IN_THE_BODY, "0".repeat(40), COMMIT);
    private static final String LIKE_BITBUCKET = """
            {"secret": "%s", "repository": {"links": {"html": {"href": "https://forge.example/people/beds"}}},
             "push": {"changes": [{"old": null, "new": {"type": "branch", "name": "main", "target": {"hash": "%s"}}}]}}
            """.formatted(IN_THE_BODY, COMMIT);
    private static final String OF_A_HOOK = """
            {"secret": "%s", "garden": "one", "repository": "beds",
             "changes": [{"ref": "refs/heads/main", "before": "%s", "after": "%s"}]}
            """.formatted(IN_THE_BODY, "0".repeat(40), COMMIT);

    private final Path temp;
    private final RunFolder run;
    private final BrokerProcess broker;
    private final KafkaClients clients;
    private final Meters meters = new Meters();
    private final HttpClient client = HttpClient.newHttpClient();
    private final StringWriter log = new StringWriter();
    private final List<String> answers = new ArrayList<>();

    EveryForgeTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.run = RunFolder.create(temp);
        this.broker = BrokerProcess.start(run, DEADLINE);
        this.clients = new KafkaClients(
                Map.of("bootstrap.servers", broker.bootstrapServers()), SchemaRegistries.forUrl("mock://every-forge"));
        try (Admin admin = clients.admin()) {
            new TopicProvisioner(admin, new TopicCatalogue(1, 1, (short) 1)).provision();
        }
        hearTheLog();
    }

    @AfterEach
    void stop() throws Exception {
        LoggerContext.getContext(false).reconfigure();
        meters.close();
        broker.close();
        run.close();
    }

    @Test
    void shouldKeepWhatIsSignedAndNothingElse() throws Exception {
        try (KafkaPushNotices notices = new KafkaPushNotices(clients);
                ServiceEdge edge = edge(notices)) {
            // when
            List<Integer> right = deliverAll(edge, SECRET);
            List<Integer> wrong = deliverAll(edge, GUESS);
            List<PushNoticed> kept =
                    TopicReader.settled(clients).readToEnd(Topic.PUSHES, "one", PushNoticed.class).stream()
                            .map(ConsumerRecord::value)
                            .toList();
            broker.close();
            List<Integer> late = deliverAll(edge, SECRET);

            // then
            assertThat(right).containsOnly(202);
            assertThat(wrong).containsOnly(401);
            assertThat(late).containsOnly(503);
            assertThat(kept)
                    .extracting(PushNoticed::getProvider)
                    .containsExactly(
                            Provider.GITHUB,
                            Provider.GITLAB,
                            Provider.GITLAB,
                            Provider.GITEA,
                            Provider.GITEA,
                            Provider.BITBUCKET,
                            Provider.GENERIC);
            assertThat(kept).extracting(PushNoticed::getAfter).containsOnly(COMMIT);
            assertThat(log.toString()).contains("to be sent again");
            assertThat(log + meters.scrape() + answers + kept)
                    .doesNotContain(SECRET, SECRET.substring(6), GUESS, IN_THE_BODY, "bare soil");
        }
    }

    private List<Integer> deliverAll(ServiceEdge edge, String secret) throws Exception {
        String seconds = Long.toString(Instant.now().getEpochSecond());
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = secret.startsWith("whsec_") ? Base64.getDecoder().decode(secret.substring(6)) : key;
        String likeGitHub = hex(key, LIKE_GITHUB);
        List<Integer> statuses = new ArrayList<>();
        statuses.add(deliver(
                edge, "github", LIKE_GITHUB, "X-GitHub-Event", "push", "X-Hub-Signature-256", "sha256=" + likeGitHub));
        statuses.add(deliver(edge, "gitlab", LIKE_GITLAB, "X-Gitlab-Token", secret));
        statuses.add(deliver(
                edge,
                "gitlab",
                LIKE_GITLAB,
                "webhook-id",
                "a-1",
                "webhook-timestamp",
                seconds,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(hmac(decoded, "a-1." + seconds + "." + LIKE_GITLAB))));
        statuses.add(deliver(edge, "gitea", LIKE_GITHUB, "X-Gitea-Event", "push", "X-Gitea-Signature", likeGitHub));
        statuses.add(
                deliver(edge, "forgejo", LIKE_GITHUB, "X-Forgejo-Event", "push", "X-Forgejo-Signature", likeGitHub));
        statuses.add(deliver(
                edge,
                "bitbucket",
                LIKE_BITBUCKET,
                "X-Event-Key",
                "repo:push",
                "X-Hub-Signature",
                "sha256=" + hex(key, LIKE_BITBUCKET)));
        statuses.add(deliver(
                edge,
                "generic",
                OF_A_HOOK,
                "X-Garden-Timestamp",
                seconds,
                "X-Garden-Signature",
                "sha256=" + hex(key, seconds + "." + OF_A_HOOK)));
        return statuses;
    }

    private int deliver(ServiceEdge edge, String forge, String body, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(edge.address().resolve("/webhooks/" + forge))
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        answers.add(new TreeMap<>(response.headers().map()) + response.body());
        return response.statusCode();
    }

    private ServiceEdge edge(KafkaPushNotices notices) throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), SECRET);
        Map<String, ?> garden = Map.of(
                "webhook", Map.of("secrets", List.of("${file:" + secret + "}")),
                "repositories", Map.of("beds", Map.of("url", "https://forge.example/people/beds.git")));
        Configuration configuration =
                Configuration.of(Map.of("gardens", Map.of("one", garden)), GardenDeclarations.ALL);
        return ServiceEdge.start(
                new EdgeSettings("127.0.0.1", 0, Optional.empty(), Duration.ofSeconds(10), 4),
                new Health(),
                meters,
                Webhooks.routes(
                        configuration, notices, temp.resolve("spool"), Clock.systemUTC(), new WebhookMetrics(meters)));
    }

    /** Every line of every level of our own classes. */
    private void hearTheLog() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        WriterAppender appender = WriterAppender.createAppender(
                PatternLayout.newBuilder().withPattern("%p %c %m %ex%n").build(), null, log, "heard", false, true);
        appender.start();
        context.getConfiguration().addAppender(appender);
        Logger logger = context.getLogger("org.graphgarden");
        logger.setLevel(Level.ALL);
        logger.addAppender(appender);
    }

    private static String hex(byte[] key, String text) throws Exception {
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
