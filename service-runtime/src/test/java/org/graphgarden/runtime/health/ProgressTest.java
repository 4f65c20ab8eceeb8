package org.graphgarden.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final AtomicBoolean alive = new AtomicBoolean(true);
    private final AtomicLong waiting = new AtomicLong();
    private final HandClock clock = new HandClock();
    private final Pulse pulse = new Pulse(clock);
    private final Progress progress = new Progress(alive::get, waiting::get, pulse, clock);

    @Test
    void shouldBeWellHoweverLongNothingWaits() {
        clock.pass(Duration.ofDays(1));
        assertThat(progress.problem()).isEmpty();
    }

    @Test
    void shouldBeWellWhenWorkHasOnlyJustCome() {
        clock.pass(Duration.ofDays(1));
        waiting.set(3);
        assertThat(progress.problem()).isEmpty();
        clock.pass(Duration.ofSeconds(59));
        assertThat(progress.problem()).isEmpty();
    }

    @Test
    void shouldSaySoWhenSomethingWaitsAndNothingMovesForAMinute() {
        waiting.set(3);
        pulse.moved();
        assertThat(progress.problem()).isEmpty();
        clock.pass(Duration.ofSeconds(61));
        assertThat(progress.problem()).contains("3 waiting, and nothing moved for 60 s");
        pulse.moved();
        assertThat(progress.problem()).isEmpty();
    }

    @Test
    void shouldWaitLongerWhenThatWasAnnounced() {
        waiting.set(1);
        pulse.quietFor(Duration.ofMinutes(10));
        assertThat(progress.problem()).isEmpty();
        clock.pass(Duration.ofMinutes(9));
        assertThat(progress.problem()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        assertThat(progress.problem()).isPresent();
    }

    @Test
    void shouldSaySoWhenAThreadHasEnded() {
        alive.set(false);
        assertThat(progress.problem()).contains("a thread has ended");
    }

    /** A clock that goes when it is told to. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
