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
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.RequestKind;
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

/** What becomes of cycles when their garden changes hands, against a real broker and real repositories. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrunerTakeoverTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path temp;
    private final RunningBroker broker;
    private final KafkaClients clients;
    private final PruneTopics topics;

    PrunerTakeoverTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "takeover-test");
        this.clients = broker.clients();
        this.topics = new PruneTopics(clients);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldRunACycleOnceWhenItsGardenIsTakenAwayMeanwhile() throws Exception {
        Hold hold = new Hold();
        try (Beds beds = new Beds("taken", temp);
                PrunerService service = service(hold, beds.pruned())) {
            // given a cycle that is held up after reading, and another behind it
            topics.enrich("taken");
            topics.affirm("taken", "c1");
            topics.affirm("taken", "c2");
            service.start();
            assertThat(hold.reached.await(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            // when
            topics.forgetMembers();
            await().atMost(DEADLINE).until(() -> hold.owned.equals(List.of(false, true, false, true)));
            hold.release.countDown();
            await().atMost(DEADLINE).until(() -> topics.cycles("taken").stream()
                    .anyMatch(cycle -> cycle.getCycle().equals("c2")));

            // then
            assertThat(topics.cycles("taken"))
                    .extracting(PruneCycle::getCycle, PruneCycle::getOutcome)
                    .containsExactly(tuple("c1", CycleOutcome.PUBLISHED), tuple("c2", CycleOutcome.NOTHING_TO_CHANGE));
            assertThat(beds.commits()).hasSize(2);
        }
    }

    @Test
    void shouldNotRunACycleAnewWhileItIsBeingGivenUp() throws Exception {
        // given a member that stumbles when it joins anew
        Hold hold = new Hold() {
            @Override
            public void owned(String garden, boolean isOwned) {
                super.owned(garden, isOwned);
                if (owned.size() == 4) {
                    throw new IllegalStateException("stumbled");
                }
            }
        };
        try (Beds beds = new Beds("slow", temp);
                PrunerService service = service(hold, beds.pruned())) {
            topics.enrich("slow");
            topics.affirm("slow", "c1");
            service.start();
            assertThat(hold.reached.await(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            // when it starts over
            topics.forgetMembers();
            await().atMost(DEADLINE).until(() -> hold.owned.equals(List.of(false, true, false, true, false, true)));

            // then
            await().during(Duration.ofSeconds(2)).until(() -> hold.started.get() == 1);
            hold.release.countDown();
            await().atMost(DEADLINE).until(() -> !topics.cycles("slow").isEmpty());
            assertThat(hold.started).hasValue(2);
            assertThat(beds.commits()).hasSize(2);
        }
    }

    @Test
    void shouldNotWaitForWhatADeadOwnerLeftOpen() throws Exception {
        try (Beds beds = new Beds("dead", temp);
                Producer<String, SpecificRecord> dead = clients.producer("graph-garden-pruner-0")) {
            // given an owner that died within its transaction, before the last look at which cycles are done
            topics.enrich("dead");
            dead.initTransactions();
            dead.beginTransaction();
            dead.send(new ProducerRecord<>(
                            Topic.PRUNE_CYCLES.topicName(),
                            "dead/lost",
                            PruneCycle.newBuilder().build()))
                    .get();
            topics.affirm("dead", "2026-03-02T05:00:00Z", RequestKind.SCHEDULED);
            topics.affirm("dead", "2026-03-02T05:00:00Z", RequestKind.SCHEDULED);
            topics.affirm("dead", "last", RequestKind.ASKED);

            try (PrunerService service = service(CycleListener.SILENT, beds.pruned())) {
                // when
                service.start();

                // then
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> topics.cycles("dead").size() == 2);
                assertThat(topics.cycles("dead"))
                        .extracting(PruneCycle::getCycle)
                        .containsExactly("2026-03-02T05:00:00Z", "last");
            }
        }
    }

    private PrunerService service(CycleListener listener, PrunedGarden... gardens) {
        Map<String, PrunedGarden> byName =
                Stream.of(gardens).collect(Collectors.toMap(PrunedGarden::name, garden -> garden));
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), new Random(7), pause -> {}, StopSign.NEVER);
        return new PrunerService(new PrunerService.Setup(clients, byName, listener, surroundings));
    }
}
