package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.RequestKind;
import org.junit.jupiter.api.Test;

class PruneSchedulerTest {
    private static final Schedule MONDAYS = new Schedule("0 0 5 ? * MON", ZoneOffset.UTC);

    @Test
    void shouldAskForOneCycleEachTimeOneIsDue() throws Exception {
        // given
        BlockingQueue<PruneRequest> asked = new LinkedBlockingQueue<>();
        Schedule everySecond = new Schedule("* * * ? * *", ZoneOffset.UTC);
        try (PruneScheduler scheduler = new PruneScheduler(Map.of("commons", everySecond), asked::add)) {
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
        // given
        Instant due = Instant.parse("2026-03-02T05:00:00Z");
        // when
        PruneRequest request = PruneScheduler.request("commons", MONDAYS, due);
        // then
        assertThat(request).isEqualTo(PruneScheduler.request("commons", MONDAYS, due));
        assertThat(request.getCycle()).isEqualTo("2026-03-02T05:00:00Z");
        assertThat(request.getDate()).isEqualTo("2026-03-02");
    }

    @Test
    void shouldFindTheTimeThatWasMissed() {
        // when
        Instant late = Instant.parse("2026-03-05T11:22:33Z");
        // then
        assertThat(MONDAYS.lastUntil(late)).contains(Instant.parse("2026-03-02T05:00:00Z"));
        assertThat(MONDAYS.nextAfter(late)).contains(Instant.parse("2026-03-09T05:00:00Z"));
        assertThat(MONDAYS.lastUntil(Instant.parse("2026-03-02T05:00:00Z")))
                .contains(Instant.parse("2026-03-02T05:00:00Z"));
    }

    @Test
    void shouldGoByTheClocksOfItsZone() {
        // given
        Schedule earlyInTheEast = new Schedule("0 30 0 * * ?", ZoneId.of("Asia/Tokyo"));
        // when
        Instant due =
                earlyInTheEast.nextAfter(Instant.parse("2026-03-01T00:00:00Z")).orElseThrow();
        // then
        assertThat(due).isEqualTo(Instant.parse("2026-03-01T15:30:00Z"));
        assertThat(PruneScheduler.request("commons", earlyInTheEast, due).getDate())
                .isEqualTo("2026-03-02");
    }

    @Test
    void shouldRefuseWhatIsNoCronExpression() {
        assertThatThrownBy(() -> new Schedule("weekly", ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cron is weekly, which is no cron expression");
    }
}
