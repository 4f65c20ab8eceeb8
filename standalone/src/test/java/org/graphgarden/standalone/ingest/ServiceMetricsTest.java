package org.graphgarden.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.stream.InferenceMetrics;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestMetrics;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.RepositorySource;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerMetrics;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.edge.ServiceEdge;
import org.graphgarden.runtime.health.Check;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.standalone.SimpleModels;
import org.graphgarden.standalone.broker.BrokerProcess;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicCatalogue;
import org.graphgarden.topics.TopicProvisioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of all three services while a push goes through them for real. */
class ServiceMetricsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String GARDEN = "seen";

    private final Path temp;
    private final RunFolder run;
    private final BrokerProcess broker;
    private final Meters meters = new Meters();
    private final Health health = new Health();
    private final Clock clock = Clock.systemUTC();
    private final KafkaClients clients;
    private final ServiceEdge edge;

    ServiceMetricsTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.run = RunFolder.create(temp);
        this.broker = BrokerProcess.start(run, DEADLINE);
        this.clients = new KafkaClients(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        SchemaRegistries.forUrl("mock://metrics-test"))
                .observedBy(meters.clients());
        this.edge = ServiceEdge.start(
                new EdgeSettings("127.0.0.1", 0, Optional.empty(), Duration.ofSeconds(10), 4),
                health,
                meters,
                List.of());
    }

    @AfterEach
    void stop() throws Exception {
        edge.close();
        meters.close();
        broker.close();
        run.close();
    }

    @Test
    void shouldShowAPushOnItsWayThroughAllServices() throws Exception {
        // given
        AtomicBoolean verified = new AtomicBoolean();
        health.ready("topics", Check.that(verified::get, "not verified yet"));
        assertThat(get("/health/ready")).isEqualTo("503 topics: not verified yet\n");
        try (Admin admin = clients.admin()) {
            new TopicProvisioner(admin, new TopicCatalogue(1, 1, (short) 1)).provision();
            verified.set(true);
        }
        IngestMetrics ingestMetrics = new IngestMetrics(meters, clock);
        try (Library beds = new Library(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), access());
                InferenceMetrics inferenceMetrics = new InferenceMetrics(meters, clock);
                PrunerMetrics prunerMetrics = new PrunerMetrics(meters, clients, clock);
                IngestService ingest = ingest(ingestMetrics);
                InferenceService inference = inference(inferenceMetrics);
                PrunerService pruner = pruner(clone, prunerMetrics)) {
            beds.pattern("mint", "Mint").pattern("sage", "Sage").write("broken.md", "---\nslug: [\n---\n");
            beds.commit("first");
            ingestMetrics.watch(ingest, health);
            inferenceMetrics.watch(inference, health);
            prunerMetrics.watch(pruner, health);
            assertThat(get("/health/ready"))
                    .startsWith("503 ")
                    .contains("ingest: ", "inference: ", "pruner: ")
                    .doesNotContain("topics");

            // when
            ingest.start();
            inference.start();
            pruner.start();
            await().atMost(DEADLINE).until(() -> get("/metrics").contains(sample("garden_patterns", "", "2.0")));
            askForACycle();
            await().atMost(DEADLINE).until(() -> get("/metrics").contains(latency("committed")));

            // then
            assertThat(get("/health/ready")).isEqualTo("200 ok\n");
            assertThat(get("/health/live")).isEqualTo("200 ok\n");
            assertThat(get("/metrics"))
                    .contains(sample("garden_pushes_total", ",repository=\"beds\"", "1.0"))
                    .contains(sample("garden_changes_total", ",repository=\"beds\"", "2.0"))
                    .contains(sample("garden_push_refused_files", ",repository=\"beds\"", "1.0"))
                    .contains(sample("garden_dead_letters_total", ",reason=\"INVALID_YAML\",stage=\"ingest\"", "1.0"))
                    .contains("garden_look_age_seconds{garden=\"seen\",repository=\"beds\"}")
                    .contains(latency("enriched"))
                    .contains(sample("garden_push_age_seconds", ",repository=\"beds\",stage=\"enriched\"", "0.0"))
                    .contains(sample("garden_profiles_total", "", "2.0"))
                    .contains(sample("garden_inferred_total", "", "2.0"))
                    .contains(sample("garden_links_total", ",state=\"observed\"", "2.0"))
                    .contains(sample("garden_todo", "", "0.0"))
                    .contains(sample("garden_inbox", "", "0.0"))
                    .contains(sample("garden_cycles_seconds_count", ",outcome=\"published\"", "1"))
                    .contains("garden_decisions_total{action=\"plant\"")
                    .contains("garden_cycle_age_seconds{garden=\"seen\"}")
                    .contains("kafka_consumer_", "kafka_producer_", "kafka_stream_", "jvm_memory_used_bytes");
        }
        assertThat(get("/health/live")).startsWith("503 ").contains("a thread has ended");
        assertThat(get("/metrics")).doesNotContain("kafka_consumer_", "kafka_stream_");
    }

    private IngestService ingest(IngestMetrics metrics) {
        RepositorySource beds = new RepositorySource("beds", access(), null, List.of("**/*.md"), List.of());
        IngestSettings settings = new IngestSettings(Duration.ofHours(1), Duration.ofSeconds(10), 100, 1);
        return new IngestService(
                settings,
                List.of(new GardenSource(GARDEN, List.of(beds))),
                clients,
                temp.resolve("state"),
                clock,
                metrics);
    }

    private InferenceService inference(InferenceMetrics metrics) {
        return new InferenceService(
                new InferenceSettings(1, Duration.ofMillis(100), 0.5, 0.1, false, 0, ""),
                clients,
                SentenceModel.NONE,
                new SimpleModels("neighbours", ServiceMetricsTest::neighbours),
                temp.resolve("streams"),
                metrics,
                failure -> {});
    }

    private PrunerService pruner(BareClone clone, PrunerMetrics metrics) {
        Site site = new Site("beds", access().address(), null, PathFilter.markdown(), clone);
        PrunedGarden garden = new PrunedGarden(GARDEN, List.of(site), Policy.DEFAULT, Publishing.DEFAULT);
        return new PrunerService(PrunerService.Setup.of(clients, List.of(garden), metrics));
    }

    private Access access() {
        return Access.to(RepositoryAddress.parse(temp.resolve("beds").toString()));
    }

    private void askForACycle() {
        PruneRequest request = PruneRequest.newBuilder()
                .setGarden(GARDEN)
                .setCycle("c1")
                .setDate("2026-03-01")
                .build();
        try (Producer<String, PruneRequest> producer = clients.producer()) {
            producer.send(
                    new ProducerRecord<>(Topic.PRUNE_REQUESTS.topicName(), RecordKeys.ofCycle(GARDEN, "c1"), request));
        }
    }

    private static String latency(String stage) {
        return sample("garden_push_latency_seconds_count", ",repository=\"beds\",stage=\"" + stage + "\"", "1");
    }

    private static String sample(String name, String tags, String value) {
        return name + "{garden=\"" + GARDEN + "\"" + tags + "} " + value + "\n";
    }

    private String get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(edge.address().resolve(path)).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    /** Links each pattern with every other. */
    private static Enrichment neighbours(String slug, Map<String, Profile> garden) {
        List<CandidateLink> links = garden.keySet().stream()
                .filter(other -> !other.equals(slug))
                .map(other -> new CandidateLink(
                        other, "complementary", 0.95, "They stand side by side.", List.of(), List.of()))
                .toList();
        return new Enrichment(List.of(), links, List.of(), 0);
    }
}
