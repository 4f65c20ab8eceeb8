package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.graphgarden.events.CycleHealth;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.PruneCycle;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void shouldPassOverDryRunsWhenItLooksForTheLastCycle() {
        // given
        PruneCycle published = cycle("asked-1", 1, CycleOutcome.PUBLISHED);
        PruneCycle quiet = cycle("asked-2", 2, CycleOutcome.NOTHING_TO_CHANGE);
        PruneCycle dry = cycle("dry-run-3", 3, CycleOutcome.DRY_RUN);
        PruneCycle quietDry = cycle("dry-run-4", 4, CycleOutcome.NOTHING_TO_CHANGE);
        PruneCycle rejected = cycle("asked-5", 5, CycleOutcome.PUSH_REJECTED);
        // when, then
        List<PruneCycle> all = List.of(published, quiet, dry, quietDry, rejected);
        assertThat(Records.last(all, "asked-6")).contains(quiet);
        assertThat(Records.last(all, "asked-2")).contains(published);
    }

    private static PruneCycle cycle(String id, int second, CycleOutcome outcome) {
        return PruneCycle.newBuilder()
                .setCycle(id)
                .setStartedAt(Instant.ofEpochSecond(second))
                .setOutcome(outcome)
                .setHealth(CycleHealth.newBuilder().build())
                .build();
    }
}
