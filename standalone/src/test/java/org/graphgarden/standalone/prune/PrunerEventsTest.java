package org.graphgarden.standalone.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.SerializationException;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.RequestKind;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a cycle's events when they are sent slowly or cannot be written, against a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrunerEventsTest {
    private static final String SCOPE = "prune-events-test";
    private static final String GROUP = "graph-garden-pruner";
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    /** Who does not poll for this long is out of the group. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(3);

    private final Path temp;
    private final RunningBroker broker;
    private final PruneTopics topics;

    PrunerEventsTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, SCOPE);
        this.topics = new PruneTopics(broker.clients());
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldStayInItsGroupHoweverLongSendingTakes() throws Exception {
        Dam dam = new Dam();
        KafkaClients impatient =
                watched(dam).with(Map.of(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) POLL_INTERVAL.toMillis()));
        try (Beds beds = new Beds("slow", temp);
                PrunerService service = service(impatient, CycleListener.SILENT, beds)) {
            // given a cycle whose events are held up
            topics.enrich("slow");
            topics.affirm("slow", "c1");
            service.start();
            dam.awaitReached();

            // when
            await().during(POLL_INTERVAL.multipliedBy(2))
                    .atMost(POLL_INTERVAL.multipliedBy(3))
                    .until(() -> members() == 1);
            dam.open.countDown();
            awaitCycles("slow", 1);

            // then
            assertThat(topics.cycles("slow"))
                    .extracting(PruneCycle::getCycle, PruneCycle::getOutcome)
                    .containsExactly(tuple("c1", CycleOutcome.PUBLISHED));
            assertThat(revised("slow")).containsExactly("mint", "sage");
            assertThat(beds.commits()).hasSize(2);
        }
    }

    @Test
    void shouldTellOnceWhenTheGardenIsTakenAwayWhileSending() throws Exception {
        Dam dam = new Dam();
        Hold hold = new Hold();
        hold.release.countDown();
        try (Beds beds = new Beds("robbed", temp);
                PrunerService service = service(watched(dam), hold, beds)) {
            // given a cycle whose events are held up
            topics.enrich("robbed");
            topics.affirm("robbed", "c1");
            service.start();
            dam.awaitReached();

            // when
            topics.forgetMembers();
            await().atMost(DEADLINE).until(() -> hold.owned.equals(List.of(false, true, false, true)));
            dam.open.countDown();
            topics.affirm("robbed", "c2");
            awaitCycles("robbed", 2);

            // then
            assertThat(topics.cycles("robbed"))
                    .extracting(PruneCycle::getCycle, PruneCycle::getOutcome)
                    .containsExactly(
                            tuple("c1", CycleOutcome.ALREADY_PUBLISHED), tuple("c2", CycleOutcome.NOTHING_TO_CHANGE));
            assertThat(revised("robbed")).containsExactly("mint", "sage");
            assertThat(beds.commits()).hasSize(2);
        }
    }

    /** Too large already for the producer, or only for the broker. */
    @ParameterizedTest
    @ValueSource(ints = {TopicCatalogue.MAX_MESSAGE_BYTES, 4 * TopicCatalogue.MAX_MESSAGE_BYTES})
    void shouldTellOfTheFailureWhenAnEventIsTooLarge(int producersLimit) throws Exception {
        String garden = "large-" + producersLimit;
        KafkaClients swelling = watched(event -> {
                    if (event instanceof SectionRevision revision) {
                        revision.setAfter(noise(2 * TopicCatalogue.MAX_MESSAGE_BYTES));
                    }
                })
                .with(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, producersLimit));
        shouldTellOfTheFailure(garden, swelling);
    }

    @Test
    void shouldTellOfTheFailureWhenAnEventCannotBeWritten() throws Exception {
        shouldTellOfTheFailure("refused", watched(event -> {
            if (event instanceof SectionRevision) {
                throw new SerializationException("does not fit its schema");
            }
        }));
    }

    private void shouldTellOfTheFailure(String garden, KafkaClients clients) throws Exception {
        try (Beds beds = new Beds(garden, temp);
                PrunerService service = service(clients, CycleListener.SILENT, beds)) {
            // given
            topics.enrich(garden);
            topics.affirm(garden, "c1");
            topics.affirm(garden, "c2");

            // when
            service.start();
            awaitCycles(garden, 2);

            // then
            assertThat(topics.cycles(garden))
                    .extracting(PruneCycle::getCycle, PruneCycle::getOutcome)
                    .containsExactly(tuple("c1", CycleOutcome.FAILED), tuple("c2", CycleOutcome.NOTHING_TO_CHANGE));
            assertThat(topics.cycles(garden).get(0).getMessage()).contains("its events cannot be written");
            assertThat(revised(garden)).isEmpty();
            assertThat(beds.commits()).hasSize(2);
        }
    }

    @Test
    void shouldWaitForTheRegistryWhenItDoesNotKnowTheEventsYet() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        KafkaClients clients = watched(event -> {
            if (event instanceof SectionRevision && away.getAndSet(false)) {
                throw new SerializationException("no registry", new ConnectException("nobody answers"));
            }
        });
        try (Beds beds = new Beds("unregistered", temp);
                PrunerService service = service(clients, CycleListener.SILENT, beds)) {
            // given
            topics.enrich("unregistered");
            topics.affirm("unregistered", "c1");

            // when
            service.start();
            awaitCycles("unregistered", 1);

            // then
            assertThat(topics.cycles("unregistered"))
                    .extracting(PruneCycle::getOutcome)
                    .containsExactly(CycleOutcome.ALREADY_PUBLISHED);
            assertThat(revised("unregistered")).containsExactly("mint", "sage");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PRUNE_CYCLES", "ENRICHED_PATTERNS"})
    void shouldTakeTheAffirmationAgainWhenTheRegistryIsAwayBeforeThePush(Topic unread) throws Exception {
        String garden = "unread-" + unread.topicName();
        AtomicBoolean away = new AtomicBoolean(true);
        KafkaClients clients =
                WatchedDeserializer.watched(broker.clients(), SchemaRegistries.forUrl("mock://" + SCOPE), topic -> {
                    if (topic.equals(unread.topicName()) && away.getAndSet(false)) {
                        throw new SerializationException("no registry", new ConnectException("nobody answers"));
                    }
                });
        try (Beds beds = new Beds(garden, temp);
                PrunerService service = service(clients, CycleListener.SILENT, beds)) {
            // given
            topics.enrich(garden);
            topics.send(
                    Topic.PRUNE_CYCLES,
                    garden + "/earlier",
                    PruneCycle.newBuilder().build());
            topics.affirm(garden, "c1", RequestKind.SCHEDULED);

            // when
            service.start();
            awaitCycles(garden, 2);

            // then
            assertThat(topics.cycles(garden).get(1).getOutcome()).isEqualTo(CycleOutcome.PUBLISHED);
            assertThat(away).isFalse();
        }
    }

    /** Holds up the first revision that is sent. */
    private static final class Dam implements Consumer<SpecificRecord> {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public void accept(SpecificRecord event) {
            if (event instanceof SectionRevision) {
                reached.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        void awaitReached() throws InterruptedException {
            assertThat(reached.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    private KafkaClients watched(Consumer<SpecificRecord> watcher) {
        return WatchedSerializer.watched(broker.clients(), SchemaRegistries.forUrl("mock://" + SCOPE), watcher);
    }

    private int members() throws Exception {
        try (Admin admin = broker.clients().admin()) {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        }
    }

    private void awaitCycles(String garden, int count) {
        await().atMost(DEADLINE).until(() -> topics.cycles(garden).size() == count);
    }

    private List<String> revised(String garden) {
        return topics.read(Topic.SECTION_REVISIONS, garden, SectionRevision.class).stream()
                .map(SectionRevision::getSlug)
                .toList();
    }

    /** A text that cannot be compressed much. */
    private static String noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes).substring(0, length);
    }

    private static PrunerService service(KafkaClients clients, CycleListener listener, Beds beds) {
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), new Random(7), pause -> {}, StopSign.NEVER);
        return new PrunerService(
                new PrunerService.Setup(clients, Map.of(beds.pruned().name(), beds.pruned()), listener, surroundings));
    }
}
