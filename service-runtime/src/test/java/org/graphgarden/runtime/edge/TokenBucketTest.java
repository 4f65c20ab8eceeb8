package org.graphgarden.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void shouldGiveAMinutesWorthAtOnceAndThenAsTimeGoesOn() {
        // given
        TokenBucket bucket = new TokenBucket(120, nanos::get);

        // then
        assertThat(taken(bucket, 500)).isEqualTo(120);
        nanos.addAndGet(Duration.ofMillis(499).toNanos());
        assertThat(bucket.isEmpty()).isTrue();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(taken(bucket, 500)).isEqualTo(1);
        nanos.addAndGet(Duration.ofHours(9).toNanos());
        assertThat(taken(bucket, 500)).isEqualTo(120);
    }

    @Test
    void shouldNeverBeEmptyWhenThereIsNoLimit() {
        assertThat(taken(new TokenBucket(0, nanos::get), 10_000)).isEqualTo(10_000);
    }

    @Test
    void shouldSayWhenToComeAgain() {
        assertThat(new TokenBucket(1200, nanos::get).secondsToNext()).isEqualTo(1);
        assertThat(new TokenBucket(7, nanos::get).secondsToNext()).isEqualTo(9);
    }

    @Test
    void shouldRememberABoundedNumberOfAddressesAndThoseThatFailedLast() {
        // given
        FailureLimit limit = new FailureLimit(3, nanos::get);
        for (int caller = 0; caller < FailureLimit.MOST_ADDRESSES * 3; caller++) {
            limit.failed("one of many " + caller);
            if (caller % 1000 == 0) {
                limit.failed("always the same");
            }
        }

        // then
        assertThat(limit.size()).isEqualTo(FailureLimit.MOST_ADDRESSES);
        assertThat(limit.isReached("always the same")).isTrue();
        assertThat(limit.isReached("one of many 29999")).isFalse();
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(limit.isReached("always the same")).isFalse();
    }

    private static long taken(TokenBucket bucket, int attempts) {
        return IntStream.range(0, attempts).filter(i -> bucket.take()).count();
    }
}
