package org.graphgarden.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.standalone.broker.HangingTransactions.Known;
import org.graphgarden.standalone.broker.HangingTransactions.Open;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HangingTransactionsTest {
    private static final TopicPartition PARTITION = new TopicPartition("garden.prune-requests", 0);
    private static final Open OPEN = new Open(PARTITION, 6, 895, 42, 8610);
    private static final Known NOT_GOING_ON = new Known(Set.of(), Map.of(6L, Duration.ofSeconds(10)));
    private static final Known GOING_ON = new Known(Set.of(6L), Map.of(6L, Duration.ofSeconds(10)));
    private static final long LONG_ENOUGH =
            Duration.ofSeconds(11).plus(Suspects.MARGIN).toNanos();

    @Test
    void shouldEndWhatHangsForLongerThanItMayLive() {
        // given
        Suspects suspects = new Suspects();

        // when / then
        assertThat(suspects.overdue(List.of(OPEN), NOT_GOING_ON, 0)).isEmpty();
        assertThat(suspects.overdue(List.of(OPEN), NOT_GOING_ON, LONG_ENOUGH / 2))
                .isEmpty();
        assertThat(suspects.overdue(List.of(OPEN), NOT_GOING_ON, LONG_ENOUGH)).containsExactly(OPEN);
    }

    @Test
    void shouldNotEndWhatACoordinatorWasOnceFoundToKnowOf() {
        // given
        Suspects suspects = new Suspects();
        suspects.overdue(List.of(OPEN), NOT_GOING_ON, 0);
        suspects.overdue(List.of(OPEN), GOING_ON, LONG_ENOUGH - 1);

        // when / then
        assertThat(suspects.overdue(List.of(OPEN), NOT_GOING_ON, LONG_ENOUGH)).isEmpty();
    }

    @Test
    void shouldNotTakeTheNextTransactionOfAProducerForTheLast() {
        // given
        Suspects suspects = new Suspects();
        suspects.overdue(List.of(OPEN), NOT_GOING_ON, 0);
        Open next = new Open(PARTITION, 6, 895, 42, 8700);

        // when / then
        assertThat(suspects.overdue(List.of(next), NOT_GOING_ON, LONG_ENOUGH)).isEmpty();
    }

    @Test
    void shouldWaitForTheLongestTimeoutWhenNoCoordinatorKnowsTheProducer() {
        // given
        Suspects suspects = new Suspects();
        Known nothing = new Known(Set.of(), Map.of());
        suspects.overdue(List.of(OPEN), nothing, 0);

        // when / then
        assertThat(suspects.overdue(List.of(OPEN), nothing, HangingTransactions.LONGEST.toNanos()))
                .isEmpty();
    }

    @Test
    void shouldLeaveATransactionAloneThatGoesOnAndKnowHowToEndOne(@TempDir Path folder) throws Exception {
        try (RunningBroker broker = new RunningBroker(folder, "hanging-transactions-test");
                HangingTransactions watch =
                        new HangingTransactions(broker.clients().admin());
                Producer<String, SpecificRecord> producer = broker.clients().producer("goes-on")) {
            // given
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                            Topic.PRUNE_REQUESTS.topicName(),
                            "garden/cycle",
                            PruneRequest.newBuilder().setGarden("garden").build()))
                    .get();

            // when
            assertThat(watch.look(0)).isEmpty();
            assertThat(watch.look(HangingTransactions.LONGEST.multipliedBy(9).toNanos()))
                    .isEmpty();

            // then
            List<Open> open = watch.open();
            assertThat(open).hasSize(1);
            watch.abort(open.get(0));
            assertThat(watch.open()).isEmpty();
        }
    }
}
