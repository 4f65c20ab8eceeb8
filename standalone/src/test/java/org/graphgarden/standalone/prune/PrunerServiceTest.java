package org.graphgarden.standalone.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PublishedCommit;
import org.graphgarden.events.RequestKind;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pruner service against a real broker and real repositories. Each test has gardens of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrunerServiceTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path temp;
    private final RunningBroker broker;
    private final KafkaClients clients;

    PrunerServiceTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "prune-test");
        this.clients = broker.clients();
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldPublishOnceAndAdoptWhenAffirmedAgain() throws Exception {
        try (Beds beds = new Beds("again", temp);
                PrunerService service = service(CycleListener.SILENT, beds.pruned())) {
            // given
            enrich("again");
            affirm("again", "c1");
            service.start();
            await().atMost(DEADLINE).until(() -> cycles("again").size() == 1);
            String commit = beds.commits().get(0);

            // when
            affirm("again", "c1");
            await().atMost(DEADLINE).until(() -> cycles("again").size() == 2);

            // then
            assertThat(beds.commits()).hasSize(2).startsWith(commit);
            assertThat(cycles("again"))
                    .extracting(PruneCycle::getOutcome, PruneCycle::getRevisedSections)
                    .containsExactly(tuple(CycleOutcome.PUBLISHED, 2), tuple(CycleOutcome.ALREADY_PUBLISHED, 2));
            assertThat(cycles("again"))
                    .flatExtracting(PruneCycle::getCommits)
                    .extracting(PublishedCommit::getCommit)
                    .containsExactly(commit, commit);
            List<SectionRevision> revisions = read(Topic.SECTION_REVISIONS, "again", SectionRevision.class);
            assertThat(revisions).extracting(SectionRevision::getSlug).containsExactly("mint", "sage", "mint", "sage");
            assertThat(revisions).extracting(SectionRevision::getCommit).containsOnly(commit);
            assertThat(revisions.subList(2, 4)).isEqualTo(revisions.subList(0, 2));
        }
    }

    @Test
    void shouldRunAScheduledCycleOnceHoweverManyAskForIt() throws Exception {
        try (Beds beds = new Beds("due", temp);
                PrunerService service = service(CycleListener.SILENT, beds.pruned())) {
            // given
            enrich("due");
            for (int member = 0; member < 3; member++) {
                affirm("due", "2026-03-02T05:00:00Z", RequestKind.SCHEDULED);
            }
            affirm("due", "last", RequestKind.ASKED);

            // when
            service.start();
            await().atMost(DEADLINE).until(() -> cycles("due").stream()
                    .anyMatch(cycle -> cycle.getCycle().equals("last")));

            // then
            assertThat(cycles("due")).extracting(PruneCycle::getCycle).containsExactly("2026-03-02T05:00:00Z", "last");
        }
    }

    @Test
    void shouldTellOfTheFailureAndGoOnWhenARepositoryIsGone() throws Exception {
        try (Beds gone = new Beds("gone", temp);
                Beds sound = new Beds("sound", temp);
                PrunerService service = service(CycleListener.SILENT, gone.pruned(), sound.pruned())) {
            // given
            gone.moveAway();
            Stream.of("gone", "sound").forEach(this::enrich);
            affirm("gone", "c1");
            affirm("elsewhere", "c1");
            affirm("sound", "c1");

            // when
            service.start();
            await().atMost(DEADLINE).until(() -> Stream.of("gone", "elsewhere", "sound")
                    .allMatch(garden -> cycles(garden).size() == 1));

            // then
            assertThat(cycles("gone").get(0).getOutcome()).isEqualTo(CycleOutcome.FAILED);
            assertThat(cycles("gone").get(0).getMessage()).contains("there is no folder");
            assertThat(cycles("elsewhere").get(0).getMessage()).contains("is not configured here");
            assertThat(cycles("sound").get(0).getOutcome()).isEqualTo(CycleOutcome.PUBLISHED);
        }
    }

    @Test
    void shouldGiveUpTheCycleWhenClosedAndRunItAtTheNextStart() throws Exception {
        try (Beds beds = new Beds("closed", temp)) {
            // given a cycle that is held up after reading
            Hold hold = new Hold();
            PrunerService first = service(hold, beds.pruned());
            enrich("closed");
            affirm("closed", "c1");
            first.start();
            assertThat(hold.reached.await(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            // when
            long start = System.nanoTime();
            first.close();
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            hold.release.countDown();

            // then
            assertThat(taken).isLessThan(Duration.ofMillis(8500));
            assertThat(beds.commits()).hasSize(1);
            assertThat(cycles("closed")).isEmpty();
            try (PrunerService second = service(CycleListener.SILENT, beds.pruned())) {
                second.start();
                await().atMost(DEADLINE).until(() -> cycles("closed").size() == 1);
            }
            assertThat(cycles("closed").get(0).getOutcome()).isEqualTo(CycleOutcome.PUBLISHED);
            assertThat(beds.commits()).hasSize(2);
        }
    }

    /** Holds a cycle up when everything is read. */
    private static final class Hold implements CycleListener {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public void read(CycleMark mark, int patterns) {
            reached.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private PrunerService service(CycleListener listener, PrunedGarden... gardens) {
        Map<String, PrunedGarden> byName =
                Stream.of(gardens).collect(Collectors.toMap(PrunedGarden::name, garden -> garden));
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), new Random(7), pause -> {}, StopSign.NEVER);
        return new PrunerService(new PrunerService.Setup(clients, byName, "test", listener, surroundings));
    }

    private void enrich(String garden) {
        send(Topic.ENRICHED_PATTERNS, RecordKeys.ofPattern(garden, "mint"), enriched(garden, "mint", "sage"));
        send(Topic.ENRICHED_PATTERNS, RecordKeys.ofPattern(garden, "sage"), enriched(garden, "sage", "mint"));
    }

    private static EnrichedPattern enriched(String garden, String slug, String target) {
        Link link = Link.newBuilder()
                .setTarget(target)
                .setType("complementary")
                .setConfidence(0.97)
                .setReason("Both like the sun.")
                .build();
        return EnrichedPattern.newBuilder()
                .setGarden(garden)
                .setSlug(slug)
                .setLinks(List.of(link))
                .build();
    }

    private void affirm(String garden, String cycle) {
        affirm(garden, cycle, RequestKind.ASKED);
    }

    private void affirm(String garden, String cycle, RequestKind kind) {
        Affirmation affirmation = Affirmation.newBuilder()
                .setGarden(garden)
                .setCycle(cycle)
                .setKind(kind)
                .setDate("2026-03-02")
                .setModel("test-1")
                .build();
        send(Topic.AFFIRMATIONS, RecordKeys.ofCycle(garden, cycle), affirmation);
    }

    private void send(Topic topic, String key, SpecificRecord value) {
        try (Producer<String, SpecificRecord> producer = clients.producer()) {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value));
            producer.flush();
        }
    }

    private List<PruneCycle> cycles(String garden) {
        return read(Topic.PRUNE_CYCLES, garden, PruneCycle.class);
    }

    private <T extends SpecificRecord> List<T> read(Topic topic, String garden, Class<T> type) {
        return new TopicReader(clients)
                .readToEnd(topic, garden, type).stream()
                        .map(ConsumerRecord::value)
                        .toList();
    }
}
