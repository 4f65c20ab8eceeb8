package org.graphgarden.standalone.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.inference.stream.InferenceRights;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.ingest.IngestRights;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.cycle.PrunerRights;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.standalone.GardenRights;
import org.graphgarden.topics.ServiceRights;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicCatalogue;
import org.graphgarden.topics.TopicDeniedException;
import org.graphgarden.topics.TopicProvisioner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service, by its own user with exactly the declared rights, on a broker that refuses everything else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceRightsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final TopicCatalogue CATALOGUE = new TopicCatalogue(1, 1, (short) 1);
    private static final String STRANGER = "stranger";

    private final GuardedBroker broker;
    private final GuardedServices services;

    ServiceRightsTest(@TempDir Path temp) throws Exception {
        this.broker = GuardedBroker.start(
                Files.createDirectories(temp.resolve("broker")),
                Stream.concat(GardenRights.ALL.stream().map(ServiceRights::service), Stream.of(STRANGER))
                        .toList());
        this.services = new GuardedServices(broker, temp);
    }

    @BeforeAll
    void makeTopicsAndGiveRights() throws Exception {
        new TopicProvisioner(broker.admin(), CATALOGUE).provision();
        for (ServiceRights rights : GardenRights.ALL) {
            broker.allow(rights.bindings(principal(rights)));
        }
        services.change();
    }

    @AfterAll
    void stop() {
        services.close();
        broker.close();
    }

    @Test
    @Order(1)
    void shouldPaceIngestByTheGroupThatInferenceHas() {
        assertThat(IngestRights.ALL.watches()).containsExactly(InferenceRights.ALL.group());
    }

    @Test
    @Order(1)
    void shouldNameEachMissingTopicAndItsCommandWhenNothingIsAllowed() {
        assertThatThrownBy(() -> verify(STRANGER, IngestRights.ALL))
                .isInstanceOf(TopicDeniedException.class)
                .hasMessageContaining("topic garden.pushes is missing, or hidden from this user")
                .hasMessageContaining("kafka-topics --create --topic garden.pushes-closed --partitions 1"
                        + " --replication-factor 1 --config cleanup.policy=compact,delete");
    }

    @Test
    @Order(2)
    void shouldImportAndRunACycleWhenTheServicesHaveWhatTheyDeclare() throws Exception {
        // given
        for (ServiceRights rights : GardenRights.ALL) {
            verify(rights.service(), rights);
        }
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        // when
        try (IngestService ingest = services.ingest(failures::add);
                InferenceService inference = services.inference(failures::add);
                PrunerService pruner = services.pruner(failures::add)) {
            services.hint();
            ingest.start();
            inference.start();
            pruner.start();
            services.request("first");
            await().atMost(DEADLINE).until(() -> !failures.isEmpty() || !cycles().isEmpty());
        }
        // then
        assertThat(failures).isEmpty();
        assertThat(cycles()).singleElement().satisfies(cycle -> assertThat(cycle.getOutcome())
                .isEqualTo(CycleOutcome.PUBLISHED));
    }

    static Stream<AclBinding> settingsRights() {
        return rights().filter(right -> right.entry().operation() == AclOperation.DESCRIBE_CONFIGS);
    }

    @Order(3)
    @ParameterizedTest
    @MethodSource("settingsRights")
    void shouldNameTheTopicWhenItsSettingsAreHidden(AclBinding right) throws Exception {
        ServiceRights service = GardenRights.ALL.stream()
                .filter(rights -> principal(rights).equals(right.entry().principal()))
                .findFirst()
                .orElseThrow();
        broker.revoke(Stream.of(right));
        try {
            assertThatThrownBy(() -> verify(service.service(), service))
                    .isInstanceOf(TopicDeniedException.class)
                    .hasMessageContaining(right.pattern().name() + " cannot be verified");
        } finally {
            broker.allow(Stream.of(right));
        }
    }

    /** One for each service; all of them would take minutes. */
    static Stream<AclBinding> someRights() {
        Set<String> names = Set.of(
                "User:ingest WRITE garden.pattern-changes",
                "User:inference READ garden.pattern-profiles",
                "User:pruner WRITE garden.prune-cycles",
                "User:pruner WRITE graph-garden-pruner-");
        return rights().filter(right -> names.contains(right.entry().principal() + " "
                + right.entry().operation() + " " + right.pattern().name()));
    }

    @Order(4)
    @ParameterizedTest
    @MethodSource("someRights")
    void shouldNameTheResourceWhenARightIsTakenAway(AclBinding right) throws Exception {
        // given
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        services.change();
        broker.revoke(Stream.of(right));
        // when: nothing is started that comes after what fails
        try (Started started = new Started()) {
            started.add(services.ingest(failures::add), IngestService::start);
            if (!of(right, IngestRights.ALL)) {
                started.add(services.inference(failures::add), InferenceService::start);
                services.request("without " + right);
            }
            if (of(right, PrunerRights.ALL)) {
                started.add(services.pruner(failures::add), PrunerService::start);
            }
            await().atMost(SOON).until(() -> !failures.isEmpty());
        } finally {
            broker.allow(Stream.of(right));
        }
        // then
        assertThat(failures.stream().map(Utils::stackTrace))
                .anyMatch(trace -> trace.contains(right.pattern().name()));
    }

    private static boolean of(AclBinding right, ServiceRights rights) {
        return right.entry().principal().equals(principal(rights));
    }

    private static Stream<AclBinding> rights() {
        return GardenRights.ALL.stream().flatMap(rights -> rights.bindings(principal(rights)));
    }

    private void verify(String user, ServiceRights rights) {
        try (Admin admin = services.clients(user).admin()) {
            new TopicProvisioner(admin, CATALOGUE).require(rights.topics());
        }
    }

    private List<PruneCycle> cycles() {
        return List.copyOf(TopicReader.settled(services.administrator())
                .readTable(Topic.PRUNE_CYCLES, GuardedServices.GARDEN, PruneCycle.class)
                .values());
    }

    private static String principal(ServiceRights rights) {
        return "User:" + rights.service();
    }

    /** What was started, to be closed in turn. */
    private static final class Started implements AutoCloseable {
        private final Deque<AutoCloseable> services = new ArrayDeque<>();

        <T extends AutoCloseable> void add(T service, Consumer<T> start) {
            services.push(service);
            start.accept(service);
        }

        @Override
        public void close() throws Exception {
            for (AutoCloseable service : services) {
                service.close();
            }
        }
    }
}
