package org.graphgarden.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphgarden.runtime.health.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeptAliveTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** A thing that ends when it is told to. */
    private static final class Thing {
        private volatile Optional<String> end = Optional.empty();
        private volatile boolean closed;

        Running running() {
            return Running.of(() -> end, new Health(), () -> closed = true);
        }
    }

    private final List<Thing> started = new CopyOnWriteArrayList<>();

    private Running start() {
        Thing thing = new Thing();
        started.add(thing);
        return thing.running();
    }

    @Test
    void shouldCloseWhatEndedAndStartItAgain() {
        // given
        try (KeptAlive kept = KeptAlive.begin("thing", this::start)) {
            assertThat(kept.health().ready()).isEmpty();
            // when
            started.get(0).end = Optional.of("because");
            // then
            await().atMost(DEADLINE).until(() -> started.size() == 2);
            assertThat(started.get(0).closed).isTrue();
            await().atMost(DEADLINE).until(() -> kept.health().ready().isEmpty());
        }
        assertThat(started).hasSize(2).allMatch(thing -> thing.closed);
    }

    @Test
    void shouldBeAliveButNotReadyWhileItCannotBeStarted() {
        // given
        KeptAlive.Start once = () -> {
            if (!started.isEmpty()) {
                throw new IllegalStateException("not again");
            }
            return start();
        };
        try (KeptAlive kept = KeptAlive.begin("thing", once)) {
            // when
            started.get(0).end = Optional.of("because");
            // then
            await().atMost(DEADLINE).until(() -> !kept.health().ready().isEmpty());
            assertThat(kept.health().live()).isEmpty();
        }
    }

    @Test
    @Timeout(30)
    void shouldInterruptAStartThatHangsWhenClosed() {
        // given
        CountDownLatch hanging = new CountDownLatch(1);
        KeptAlive.Start hangs = () -> {
            if (!started.isEmpty()) {
                hanging.countDown();
                waitForEver();
            }
            return start();
        };
        KeptAlive kept = KeptAlive.begin("thing", hangs);
        started.get(0).end = Optional.of("because");
        await().atMost(DEADLINE).until(() -> hanging.getCount() == 0);
        // when
        kept.close();
        // then
        assertThat(started).hasSize(1);
    }

    @Test
    void shouldThrowWhatTheFirstStartThrows() {
        assertThatThrownBy(() -> KeptAlive.begin("thing", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
    }

    @Test
    void shouldTryTheFirstStartAgainWhilePatienceLasts() {
        // given
        AtomicInteger attempts = new AtomicInteger();
        KeptAlive.Start secondTime = () -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("killed");
            }
            return start();
        };
        // when
        try (KeptAlive kept = KeptAlive.begin("thing", DEADLINE, secondTime)) {
            // then
            assertThat(kept.health().ready()).isEmpty();
        }
        assertThat(attempts).hasValue(2);
    }

    @Test
    void shouldThrowAtOnceWhatASettingIsToBlameFor() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> KeptAlive.begin("thing", DEADLINE, () -> {
                    attempts.incrementAndGet();
                    throw new UpException(UpException.Kind.CONFIGURATION, "the port is taken");
                }))
                .hasMessage("the port is taken");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void shouldWaitTwiceAsLongEachTimeAndAsAtFirstWhenItRanForAWhile() {
        // given
        Backoff backoff = new Backoff();
        // when, then
        assertThat(List.of(backoff.next(), backoff.next(), backoff.next()))
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
        for (int i = 0; i < 10; i++) {
            backoff.next();
        }
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(30));
        backoff.ran(Duration.ofSeconds(5));
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(30));
        backoff.ran(Duration.ofMinutes(3));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
