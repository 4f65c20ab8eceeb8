package org.graphgarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProfilePaceTest {

    private static final TopicPartition CHANGES = new TopicPartition("changes", 0);
    private static final Runnable GO_ON = () -> {};

    private final Profiler profiler = new Profiler();
    private final Pace pace = new ProfilePace("beds", profiler, profiler);
    private long written;

    @Test
    void shouldNotAskAnybodyWhenAPushIsShort() {
        // when
        int room = pace.room(GO_ON);

        // then
        assertThat(room).isEqualTo(ProfilePace.START);
        assertThat(profiler.asked).isZero();
    }

    @Test
    void shouldKeepAboutHalfASecondOfWorkAheadHoweverFastItIsProfiled() {
        for (int perSecond : List.of(100, 400, 1500)) {
            // given
            profiler.perSecond = perSecond;
            write(pace.room(GO_ON));
            List<Long> ahead = new ArrayList<>();
            long begin = profiler.now;
            long first = written;

            // when
            for (int chunk = 0; chunk < 60; chunk++) {
                write(pace.room(GO_ON));
                ahead.add(written - profiler.profiled());
            }

            // then: nearly as fast as without waiting, and never much in front of others
            double seconds = (profiler.now - begin) / 1e9;
            assertThat((written - first) / seconds).isGreaterThan(.85 * perSecond);
            assertThat(ahead.subList(20, 60)).allMatch(each -> each <= Math.max(40, .75 * perSecond));
        }
    }

    @Test
    void shouldGoOnWithoutWaitingWhenNobodyProfilesAndWaitAgainWhenSomebodyDoes() {
        // given
        profiler.perSecond = 0;
        write(pace.room(GO_ON));

        // when
        int afterPatience = pace.room(GO_ON);
        long waited = profiler.now;
        write(afterPatience);
        int afterwards = pace.room(GO_ON);

        // then
        assertThat(afterPatience).isEqualTo(1000);
        assertThat(afterwards).isEqualTo(1000);
        assertThat(Duration.ofNanos(waited)).isBetween(ProfilePace.PATIENCE, ProfilePace.PATIENCE.plusSeconds(1));
        assertThat(profiler.now).isEqualTo(waited);

        // when
        profiler.perSecond = 100;
        profiler.pause(Duration.ofSeconds(1));
        write(pace.room(GO_ON));

        // then
        assertThat(written - profiler.profiled()).isLessThan(150);
    }

    @Test
    void shouldStopWaitingWhenIngestStops() {
        profiler.perSecond = 0;
        write(pace.room(GO_ON));
        assertThatThrownBy(() -> pace.room(() -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    private void write(int room) {
        List<RecordMetadata> changes = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            changes.add(new RecordMetadata(CHANGES, written++, 0, 0, 0, 0));
        }
        profiler.written = written;
        pace.wrote(changes);
    }

    /** Profiles so many changes a second as long as there are any, and says so every tenth of a second. */
    private static final class Profiler implements ProfilePace.Profiled, ProfilePace.Timer {
        private int perSecond;
        private int asked;
        private long now;
        private long written;
        private double done;
        private long committed;

        long profiled() {
            return (long) done;
        }

        @Override
        public Map<TopicPartition, Long> offsets() {
            asked++;
            return Map.of(CHANGES, committed);
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            long before = now;
            now += time.toNanos();
            done = Math.min(written, done + perSecond * (time.toNanos() / 1e9));
            if (before / 100_000_000 != now / 100_000_000) {
                committed = profiled();
            }
        }
    }
}
