package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphgarden.events.Provider;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.runtime.edge.TokenBucket;
import org.junit.jupiter.api.Test;

class PacedNoticesTest {

    private static final int PER_MINUTE = 60;
    private static final long DEADLINE_SECONDS = 20;

    private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
    private final AtomicInteger merged = new AtomicInteger();
    private final WebhookListener listener = new WebhookListener() {
        @Override
        public void answered(String forge, int status, Duration time) {
            throw new AssertionError("nothing is answered here");
        }

        @Override
        public void merged(String garden, String repository) {
            merged.incrementAndGet();
        }
    };
    private final PacedNotices notices = new PacedNotices(
            all -> all.forEach(notice -> published.add(notice.getRepository() + " " + notice.getDeliveryId())),
            listener);
    private final Target busy = target("busy", new TokenBucket(PER_MINUTE, () -> 0));
    private final Target quiet = target("quiet", new TokenBucket(PER_MINUTE, () -> 0));

    @Test
    void shouldPassOneHintOnBehindAllThatCameTooFast() throws Exception {
        // given
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(notices.publish(Map.of(busy, hint(busy, "early")))).isTrue();
        }
        published.clear();

        // when
        for (int i = 0; i < 9; i++) {
            assertThat(notices.publish(Map.of(busy, hint(busy, "late " + i)))).isFalse();
        }
        assertThat(notices.publish(Map.of(quiet, hint(quiet, "early")))).isTrue();

        // then
        assertThat(next()).isEqualTo("quiet early");
        assertThat(next()).isEqualTo("busy late 0");
        assertThat(merged).hasValue(9);
        assertThat(notices.publish(Map.of(busy, hint(busy, "later")))).isFalse();
        assertThat(next()).isEqualTo("busy later");
        assertThat(published).isEmpty();
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(published.poll(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .orElse("nothing in time");
    }

    private static Target target(String name, TokenBucket pace) {
        return new Target("library", name, Optional.empty(), Set.of(), List.of(), pace);
    }

    private static PushNoticed hint(Target target, String delivery) {
        return PushNoticed.newBuilder()
                .setGarden(target.garden())
                .setRepository(target.repository())
                .setProvider(Provider.GITEA)
                .setDeliveryId(delivery)
                .setRef("")
                .setBefore("")
                .setAfter("")
                .setNoticedAt(Instant.EPOCH)
                .build();
    }
}
