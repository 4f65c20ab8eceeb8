package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.RequestKind;
import org.junit.jupiter.api.Test;

class PruneSchedulerTest {
    @Test
    void shouldAskForOneCycleEachTimeOneIsDue() throws Exception {
        // given
        BlockingQueue<PruneRequest> asked = new LinkedBlockingQueue<>();
        try (PruneScheduler scheduler = new PruneScheduler(Map.of("commons", "* * * ? * *"), asked::add)) {
            // when
            scheduler.start();
            PruneRequest first = Objects.requireNonNull(asked.poll(10, TimeUnit.SECONDS));
            PruneRequest second = Objects.requireNonNull(asked.poll(10, TimeUnit.SECONDS));
            // then
            assertThat(first.getGarden()).isEqualTo("commons");
            assertThat(first.getKind()).isEqualTo(RequestKind.SCHEDULED);
            assertThat(Instant.parse(first.getCycle()))
                    .isEqualTo(first.getRequestedAt())
                    .isBefore(Instant.parse(second.getCycle()));
        }
    }

    @Test
    void shouldAskForTheSameCycleWhereverItFires() {
        Instant due = Instant.parse("2026-03-02T05:00:00Z");
        assertThat(PruneScheduler.request("commons", due)).isEqualTo(PruneScheduler.request("commons", due));
        assertThat(PruneScheduler.request("commons", due).getCycle()).isEqualTo("2026-03-02T05:00:00Z");
        assertThat(PruneScheduler.request("commons", due).getDate()).isEqualTo("2026-03-02");
    }

    @Test
    void shouldRefuseWhatIsNoCronExpression() {
        assertThatThrownBy(() -> new PruneScheduler(Map.of("commons", "weekly"), request -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schedule of garden commons is no cron expression: weekly");
    }
}
