package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.AccessCode;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.webhook.KafkaPushNotices;
import org.graphgarden.ingest.webhook.WebhookMetrics;
import org.graphgarden.ingest.webhook.Webhooks;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.edge.ServiceEdge;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.Configuration;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People push over smart HTTP and ssh; only the forge's hooks tell of it, and the service fetches by the same ways. */
class PushedForRealTest {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String SECRET = "a secret of the whole forge";
    private static final String USER = "gardener";
    private static final String PASSWORD = "s3cret of the gardener";
    private static final int WRITERS = 3;
    private static final int ROUNDS = 4;

    private final Path temp;
    private final Heard heard = new Heard();

    PushedForRealTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @BeforeEach
    void needPrograms() {
        RealGit.require("git", "sshd", "ssh", "ssh-keygen", "curl", "openssl");
    }

    @Test
    void shouldEndWithTheHeadsFilesWhenSeveralPushAtATimeOverHttpAndSsh() throws Exception {
        Hosted beds = new Hosted(temp.resolve("beds.git"));
        Hosted orchard = new Hosted(temp.resolve("orchard.git"));
        try (HttpGit http = new HttpGit(temp, USER, PASSWORD);
                Sshd sshd = new Sshd(temp.resolve("sshd"));
                RunningBroker broker = new RunningBroker(temp, "pushed-for-real");
                Meters meters = new Meters();
                KafkaPushNotices notices = new KafkaPushNotices(broker.clients())) {
            // given
            Configuration configuration =
                    configuration(overHttp(http, beds, PASSWORD), overSsh(sshd, orchard, sshd.knownHost()), "both");
            try (ServiceEdge edge = edge(configuration, notices, meters);
                    IngestService ingest = ingest(configuration, broker)) {
                beds.tellAsGitHub(edge.address().resolve("/webhooks/github"), SECRET);
                orchard.tellByOwnHook(edge.address().resolve("/webhooks/generic"), secret(), "both", "orchard");
                List<Writer> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(new Writer("h" + i, temp.resolve("writers"), withPassword(http, beds), Map.of()));
                    writers.add(new Writer(
                            "s" + i,
                            temp.resolve("writers"),
                            sshd.address(orchard.folder()),
                            Map.of("GIT_SSH_COMMAND", sshd.command())));
                }
                ingest.start();

                // when
                pushAllAtOnce(writers);
                String bedsHead = beds.head();
                String orchardHead = orchard.head();
                await().atMost(DEADLINE).untilAsserted(() -> assertThat(heard.closed)
                        .as("closed; not reached: %s", heard.failures)
                        .containsEntry("beds", bedsHead)
                        .containsEntry("orchard", orchardHead));
            }

            // then
            Map<String, String> expected = new TreeMap<>(beds.files());
            expected.putAll(orchard.files());
            assertThat(table(broker)).isEqualTo(expected);
            assertThat(meters.scrape()).contains(accepted("github"), accepted("generic"));
            for (String repository : List.of("beds", "orchard")) {
                List<Long> sequences = sequences(broker, repository);
                assertThat(sequences)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, sequences.size())
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void shouldSayWhyOfEachWhenThePasswordIsWrongAndTheHostUnknown() throws Exception {
        Hosted beds = new Hosted(temp.resolve("beds.git"));
        Hosted orchard = new Hosted(temp.resolve("orchard.git"));
        try (HttpGit http = new HttpGit(temp, USER, PASSWORD);
                Sshd sshd = new Sshd(temp.resolve("sshd"));
                RunningBroker broker = new RunningBroker(temp, "not-let-in")) {
            // given
            new Writer("ann", temp.resolve("writers"), withPassword(http, beds), Map.of()).push(1);
            new Writer(
                            "bob",
                            temp.resolve("writers"),
                            sshd.address(orchard.folder()),
                            Map.of("GIT_SSH_COMMAND", sshd.command()))
                    .push(1);
            Configuration configuration = configuration(
                    overHttp(http, beds, "guessed wrongly"), overSsh(sshd, orchard, sshd.foreignHost()), "neither");

            // when
            try (IngestService ingest = ingest(configuration, broker)) {
                ingest.start();
                await().atMost(DEADLINE).until(() -> heard.failures.size() == 2);
            }

            // then
            assertThat(heard.failures)
                    .hasEntrySatisfying("beds", why -> assertThat(why.code()).isEqualTo(AccessCode.AUTHENTICATION))
                    .hasEntrySatisfying("orchard", why -> assertThat(why.code()).isEqualTo(AccessCode.HOST_KEY));
            assertThat(heard.failures.toString()).doesNotContain("guessed").doesNotContain(PASSWORD);
            assertThat(heard.closed).isEmpty();
        }
    }

    private void pushAllAtOnce(List<Writer> writers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            List<Callable<Integer>> work =
                    writers.stream().map(PushedForRealTest::rounds).toList();
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(ROUNDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Integer> rounds(Writer writer) {
        return () -> {
            for (int number = 1; number <= ROUNDS; number++) {
                writer.push(number);
            }
            return ROUNDS;
        };
    }

    private static String withPassword(HttpGit http, Hosted hosted) {
        String address = http.address(hosted.folder().getFileName().toString());
        return address.replace("://", "://" + USER + ":" + PASSWORD.replace(" ", "%20") + "@");
    }

    private Map<String, ?> overHttp(HttpGit http, Hosted hosted, String password) throws IOException {
        Path file = Files.writeString(temp.resolve("password"), password + "\n");
        return Map.of(
                "url",
                http.address(hosted.folder().getFileName().toString()),
                "forge-url",
                hosted.forgeUrl(),
                "username",
                USER,
                "password",
                "${file:" + file + "}");
    }

    private Map<String, ?> overSsh(Sshd sshd, Hosted hosted, String knownHost) throws IOException {
        Path known = Files.writeString(temp.resolve("known-hosts"), knownHost);
        return Map.of(
                "url", sshd.address(hosted.folder()),
                "forge-url", hosted.forgeUrl(),
                "ssh-key", sshd.userKey().toString(),
                "known-hosts", known.toString());
    }

    private Configuration configuration(Map<String, ?> beds, Map<String, ?> orchard, String garden) throws IOException {
        return Configuration.of(
                Map.of(
                        "ingest", Map.of("poll-interval", "1h"),
                        "gardens",
                                Map.of(
                                        garden,
                                        Map.of(
                                                "webhook", Map.of("secrets", List.of("${file:" + secret() + "}")),
                                                "repositories", Map.of("beds", beds, "orchard", orchard)))),
                GardenDeclarations.ALL);
    }

    private Path secret() throws IOException {
        return Files.writeString(temp.resolve("webhook-secret"), SECRET);
    }

    private static String accepted(String forge) {
        return "garden_webhook_answers_seconds_count{forge=\"" + forge + "\",status=\"202\"} " + WRITERS * ROUNDS;
    }

    private ServiceEdge edge(Configuration configuration, KafkaPushNotices notices, Meters meters) throws IOException {
        return ServiceEdge.start(
                new EdgeSettings("127.0.0.1", 0, Optional.empty(), Duration.ofSeconds(10), 8),
                new Health(),
                meters,
                Webhooks.routes(
                        configuration, notices, temp.resolve("spool"), Clock.systemUTC(), new WebhookMetrics(meters)));
    }

    private IngestService ingest(Configuration configuration, RunningBroker broker) {
        IngestSettings settings = IngestSettings.of(configuration.settings("ingest"));
        List<GardenSource> gardens = configuration.gardens().stream()
                .map(garden -> GardenSource.of(garden, settings))
                .toList();
        return new IngestService(settings, gardens, broker.clients(), temp.resolve("state"), Clock.systemUTC(), heard);
    }

    /** What a new reader knows of the garden in the end: path to content. */
    private static Map<String, String> table(RunningBroker broker) {
        Map<String, PatternChange> newest = new TreeMap<>();
        TopicReader.settled(broker.clients())
                .readToEnd(Topic.PATTERN_CHANGES, "both", PatternChange.class)
                .forEach(record -> newest.put(record.key(), record.value()));
        return newest.values().stream()
                .filter(change -> change.getKind() != ChangeKind.REMOVED)
                .collect(Collectors.toMap(
                        PatternChange::getPath,
                        change -> StandardCharsets.UTF_8
                                .decode(Objects.requireNonNull(change.getContent()))
                                .toString()
                                .strip(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<Long> sequences(RunningBroker broker, String repository) {
        return TopicReader.settled(broker.clients()).readToEnd(Topic.PUSHES_CLOSED, "both", PushClosed.class).stream()
                .map(ConsumerRecord::value)
                .filter(push -> push.getRepository().equals(repository))
                .map(PushClosed::getSequence)
                .toList();
    }

    private static final class Heard implements IngestListener {
        private final Map<String, String> closed = new ConcurrentHashMap<>();
        private final Map<String, AccessFailure> failures = new ConcurrentHashMap<>();

        @Override
        public void closed(PushClosed push) {
            closed.put(push.getRepository(), push.getCommit());
        }

        @Override
        public void unreachable(String garden, String repository, AccessFailure failure) {
            failures.put(repository, failure);
        }
    }
}
