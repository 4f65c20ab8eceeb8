package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Pace pace = new Pace(nanos::get);

    @Test
    void shouldHardlyLingerWhileSomethingGoesOn() {
        // when
        pace.moved();

        // then
        assertThat(pace.linger(Pace.QUIET)).isEqualTo(Pace.BUSY);
        assertThat(pace.linger(Duration.ZERO)).isZero();
    }

    @Test
    void shouldLingerAsLongAsAskedWhenNothingMoved() {
        // when
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        // then
        assertThat(pace.linger(Pace.QUIET)).isEqualTo(Pace.QUIET);
    }
}
