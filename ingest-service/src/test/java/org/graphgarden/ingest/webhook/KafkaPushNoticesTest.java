package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.graphgarden.events.Provider;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistries;
import org.junit.jupiter.api.Test;

class KafkaPushNoticesTest {

    @Test
    void shouldGiveUpOnAllTogetherAsSoonAsOnOneWhenThereIsNoBroker() {
        // given: a port where nobody listens
        KafkaClients clients = new KafkaClients(
                Map.of("bootstrap.servers", "127.0.0.1:1"), SchemaRegistries.forUrl("mock://no-broker-test"));
        PushNoticed hint = PushNoticed.newBuilder()
                .setGarden("library")
                .setRepository("main")
                .setProvider(Provider.GITEA)
                .setDeliveryId("")
                .setRef("")
                .setBefore("")
                .setAfter("")
                .setNoticedAt(Instant.EPOCH)
                .build();
        try (KafkaPushNotices notices = new KafkaPushNotices(clients)) {
            long start = System.nanoTime();

            // then
            assertThatThrownBy(() -> notices.publish(Collections.nCopies(9, hint)))
                    .isInstanceOf(PushNotices.UnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }
}
