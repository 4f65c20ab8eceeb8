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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PublishedCommit;
import org.graphgarden.events.RequestKind;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.standalone.broker.RunningBroker;
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
    private final PruneTopics topics;

    PrunerServiceTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "prune-test");
        this.clients = broker.clients();
        this.topics = new PruneTopics(clients);
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
            topics.enrich("again");
            topics.affirm("again", "c1");
            service.start();
            await().atMost(DEADLINE).until(() -> topics.cycles("again").size() == 1);
            String commit = beds.commits().get(0);

            // when
            topics.affirm("again", "c1");
            await().atMost(DEADLINE).until(() -> topics.cycles("again").size() == 2);

            // then
            assertThat(beds.commits()).hasSize(2).startsWith(commit);
            assertThat(topics.cycles("again"))
                    .extracting(PruneCycle::getOutcome, PruneCycle::getRevisedSections)
                    .containsExactly(tuple(CycleOutcome.PUBLISHED, 2), tuple(CycleOutcome.ALREADY_PUBLISHED, 2));
            assertThat(topics.cycles("again"))
                    .flatExtracting(PruneCycle::getCommits)
                    .extracting(PublishedCommit::getCommit)
                    .containsExactly(commit, commit);
            List<SectionRevision> revisions = topics.read(Topic.SECTION_REVISIONS, "again", SectionRevision.class);
            assertThat(revisions).extracting(SectionRevision::getSlug).containsExactly("mint", "sage", "mint", "sage");
            assertThat(revisions).extracting(SectionRevision::getCommit).containsOnly(commit);
            assertThat(revisions.subList(2, 4)).isEqualTo(revisions.subList(0, 2));
        }
    }

    @Test
    void shouldObeyTheFeedbackThatStandsOnItsTopic() throws Exception {
        try (Beds beds = new Beds("obeyed", temp);
                PrunerService service = service(CycleListener.SILENT, beds.pruned())) {
            // given
            topics.enrich("obeyed");
            topics.reject("obeyed", "sage", "mint");
            // when
            topics.affirm("obeyed", "c1");
            service.start();
            await().atMost(DEADLINE).until(() -> topics.cycles("obeyed").size() == 1);
            // then
            assertThat(topics.cycles("obeyed"))
                    .extracting(PruneCycle::getOutcome)
                    .containsExactly(CycleOutcome.NOTHING_TO_CHANGE);
        }
    }

    @Test
    void shouldRunAScheduledCycleOnceHoweverManyAskForIt() throws Exception {
        try (Beds beds = new Beds("due", temp);
                PrunerService service = service(CycleListener.SILENT, beds.pruned())) {
            // given
            topics.enrich("due");
            for (int member = 0; member < 3; member++) {
                topics.affirm("due", "2026-03-02T05:00:00Z", RequestKind.SCHEDULED);
            }
            topics.affirm("due", "last", RequestKind.ASKED);

            // when
            service.start();
            await().atMost(DEADLINE).until(() -> topics.cycles("due").stream()
                    .anyMatch(cycle -> cycle.getCycle().equals("last")));

            // then
            assertThat(topics.cycles("due"))
                    .extracting(PruneCycle::getCycle)
                    .containsExactly("2026-03-02T05:00:00Z", "last");
        }
    }

    @Test
    void shouldTellOfTheFailureAndGoOnWhenARepositoryIsGone() throws Exception {
        try (Beds gone = new Beds("gone", temp);
                Beds sound = new Beds("sound", temp);
                PrunerService service = service(CycleListener.SILENT, gone.pruned(), sound.pruned())) {
            // given
            gone.moveAway();
            Stream.of("gone", "sound").forEach(topics::enrich);
            topics.affirm("gone", "c1");
            topics.affirm("elsewhere", "c1");
            topics.affirm("sound", "c1");

            // when
            service.start();
            await().atMost(DEADLINE).until(() -> Stream.of("gone", "elsewhere", "sound")
                    .allMatch(garden -> topics.cycles(garden).size() == 1));

            // then
            assertThat(topics.cycles("gone").get(0).getOutcome()).isEqualTo(CycleOutcome.FAILED);
            assertThat(topics.cycles("gone").get(0).getMessage()).contains("there is no folder");
            assertThat(topics.cycles("elsewhere").get(0).getMessage()).contains("is not configured here");
            assertThat(topics.cycles("sound").get(0).getOutcome()).isEqualTo(CycleOutcome.PUBLISHED);
        }
    }

    @Test
    void shouldGiveUpTheCycleWhenClosedAndRunItAtTheNextStart() throws Exception {
        try (Beds beds = new Beds("closed", temp)) {
            // given a cycle that is held up after reading
            Hold hold = new Hold();
            PrunerService first = service(hold, beds.pruned());
            topics.enrich("closed");
            topics.affirm("closed", "c1");
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
            assertThat(topics.cycles("closed")).isEmpty();
            try (PrunerService second = service(CycleListener.SILENT, beds.pruned())) {
                second.start();
                await().atMost(DEADLINE).until(() -> topics.cycles("closed").size() == 1);
            }
            assertThat(topics.cycles("closed").get(0).getOutcome()).isEqualTo(CycleOutcome.PUBLISHED);
            assertThat(beds.commits()).hasSize(2);
        }
    }

    private PrunerService service(CycleListener listener, PrunedGarden... gardens) {
        Map<String, PrunedGarden> byName =
                Stream.of(gardens).collect(Collectors.toMap(PrunedGarden::name, garden -> garden));
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), new Random(7), pause -> {}, StopSign.NEVER);
        return new PrunerService(new PrunerService.Setup(clients, byName, listener, surroundings));
    }
}
