package org.graphgarden.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.standalone.preview.Preview;
import org.graphgarden.topics.TrustedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewRoutesTest {
    static {
        TrustedEvents.trust();
    }

    private static final Preview PREVIEW = new Preview(
            PruneCycle.newBuilder()
                    .setGarden("beds")
                    .setOutcome(CycleOutcome.DRY_RUN)
                    .build(),
            List.of(SectionRevision.newBuilder()
                    .setSlug("mint")
                    .setPath("mint.md")
                    .setAfter("graph_garden:\n  entities: []\n")
                    .build()));

    private final ExecutorService workers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        workers.shutdownNow();
    }

    @Test
    void shouldAnswerAsJsonOrAsDiff() {
        // given
        PreviewRoutes previews = new PreviewRoutes(() -> PREVIEW, workers);
        // when
        Answer json = previews.answer(false);
        Answer diff = previews.answer(true);
        // then
        assertThat(json.contentType()).isEqualTo("application/json");
        assertThat(json.body()).contains("\"outcome\" : \"dry-run\"", "\"path\" : \"mint.md\"");
        assertThat(diff.body())
                .isEqualTo("--- a/mint.md\n+++ b/mint.md\n@@ -0,0 +1,2 @@\n+graph_garden:\n+  entities: []\n");
    }

    @Test
    void shouldMakeOnePreviewAtATimeAndSayWhenToAskAgain() throws Exception {
        // given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        PreviewRoutes previews = new PreviewRoutes(
                () -> {
                    runs.incrementAndGet();
                    begun.countDown();
                    awaited(go);
                    return PREVIEW;
                },
                workers);
        Future<Answer> first = workers.submit(() -> previews.answer(false));
        awaited(begun);
        // when
        Answer second = previews.answer(false);
        go.countDown();
        // then
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.headers()).containsKey("Retry-After");
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(runs).hasValue(1);
        assertThat(previews.answer(false).status()).isEqualTo(200);
        assertThat(runs).hasValue(2);
    }

    @Test
    void shouldMakeOneDryRunForBothFormsWhileNothingElseIsImported() {
        // given
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger sequence = new AtomicInteger();
        AtomicLong nanos = new AtomicLong();
        RecentPreview recent = new RecentPreview(
                sequence::get,
                () -> {
                    runs.incrementAndGet();
                    return PREVIEW;
                },
                nanos::get);
        PreviewRoutes previews = new PreviewRoutes(recent, workers);
        // when
        previews.answer(false);
        Answer diff = previews.answer(true);
        // then
        assertThat(diff.body()).startsWith("--- a/mint.md");
        assertThat(runs).hasValue(1);
        // when
        sequence.incrementAndGet();
        previews.answer(false);
        // then
        assertThat(runs).hasValue(2);
        // when
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        previews.answer(true);
        // then
        assertThat(runs).hasValue(3);
    }

    @Test
    void shouldSayWhyThereIsNone() {
        // given
        PreviewRoutes previews = new PreviewRoutes(
                () -> {
                    throw new UpException(UpException.Kind.INTERNAL, "nothing of garden beds is imported yet");
                },
                workers);
        // when
        Answer answer = previews.answer(false);
        // then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("nothing of garden beds is imported yet");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
