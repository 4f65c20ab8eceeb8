package org.graphgarden.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private final Clock clock = new Clock();
    private final CatchUp catchUp = new CatchUp(clock);
    private int asked;

    @Test
    void shouldAskAgainWhileTheRegistryMayStillBeReading() {
        // when
        Optional<String> answer = catchUp.ask(() -> ++asked < 4 ? Optional.empty() : Optional.of("known"));

        // then
        assertThat(answer).contains("known");
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void shouldHoldNobodyUpTwiceAMinuteWhenNothingIsKnown() {
        // given
        assertThat(catchUp.ask(this::unknown)).isEmpty();
        assertThat(clock.slept).isEqualTo(CatchUp.LONGEST);

        // when
        assertThat(catchUp.ask(this::unknown)).isEmpty();

        // then
        assertThat(clock.slept).isEqualTo(CatchUp.LONGEST);
        clock.slept = CatchUp.REST;
        assertThat(catchUp.ask(this::unknown)).isEmpty();
        assertThat(clock.slept).isEqualTo(CatchUp.REST.plus(CatchUp.LONGEST));
    }

    private Optional<String> unknown() {
        asked++;
        return Optional.empty();
    }

    /** Moves only while somebody sleeps. */
    private static final class Clock implements Pacer {
        private Duration slept = Duration.ZERO;

        @Override
        public long nanoTime() {
            return slept.toNanos();
        }

        @Override
        public void sleep(Duration pause) {
            slept = slept.plus(pause);
        }
    }
}
