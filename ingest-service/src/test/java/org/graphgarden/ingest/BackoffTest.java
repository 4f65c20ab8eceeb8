package org.graphgarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.graphgarden.git.AccessCode;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration INTERVAL = Duration.ofMinutes(3);

    private final Backoff backoff = new Backoff(INTERVAL);

    @Test
    void shouldTryAgainSoonWhenItMayPassAndLateWhenSomebodyHasToMendIt() {
        assertThat(seconds(AccessCode.TIMEOUT)).containsExactly(2, 4, 8, 16, 32, 64, 128, 180, 180, 180);
        assertThat(seconds(AccessCode.AUTHENTICATION))
                .containsExactly(180, 360, 720, 1440, 1800, 1800, 1800, 1800, 1800, 1800);
        // The first time the clone is made anew.
        assertThat(seconds(AccessCode.CORRUPT)).containsExactly(2, 360, 720, 1440, 1800, 1800, 1800, 1800, 1800, 1800);
    }

    @Property(seed = "1")
    void shouldStayWithinItsBoundsWhateverChanceSays(
            @ForAll AccessCode code,
            @ForAll @IntRange(min = 1) int failures,
            @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        assertThat(backoff.afterFailure(code, failures, chance)).isBetween(1600L, 1_800_000L);
        assertThat(backoff.afterSuccess(chance)).isBetween(144_000L, 180_000L);
    }

    private int[] seconds(AccessCode code) {
        return IntStream.rangeClosed(1, 10)
                .map(failures -> (int) (backoff.afterFailure(code, failures, 0) / 1000))
                .toArray();
    }
}
