package org.graphgarden.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmSentenceModelTest {
    private final MiniLmSentenceModel model = new MiniLmSentenceModel(1);

    @AfterAll
    void unload() {
        model.close();
    }

    @Test
    void shouldFindTextsOfLikeMeaningNear() {
        // given
        Embedding compost = model.embed("Turning kitchen waste into compost");
        Embedding soil = model.embed("Making fertile soil from food scraps");
        Embedding meeting = model.embed("Chairing a monthly committee meeting");

        // then
        assertThat(compost.dimensions()).isEqualTo(384);
        assertThat(compost.cosine(compost)).isCloseTo(1, within(1e-5));
        assertThat(compost.cosine(soil)).isGreaterThan(compost.cosine(meeting) + 0.2);
    }

    @Test
    void shouldReadNoMoreThanItsLimit() {
        String cut = "garden ".repeat(126);
        assertThat(model.embed(cut + "tractor engine")).isEqualTo(model.embed(cut));
    }

    @Test
    void shouldGiveTheSameBytesWhenThreadsCallAtOnce() throws Exception {
        // given
        List<String> texts = IntStream.range(0, 24)
                .mapToObj(i -> "bed " + i + " of the garden")
                .toList();
        List<Embedding> alone = texts.stream().map(model::embed).toList();
        ExecutorService callers = Executors.newFixedThreadPool(3);

        // when
        List<Future<Embedding>> together = callers.invokeAll(texts.stream()
                .map(text -> (Callable<Embedding>) () -> model.embed(text))
                .toList());
        callers.shutdown();

        // then
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        }
    }

    @Test
    void shouldLeaveNoFolderToAKilledProcess() throws Exception {
        // A folder that the runtime makes for itself and deletes only at an orderly exit.
        Field made = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
        made.setAccessible(true);
        assertThat((Path) made.get(null)).isNotNull().doesNotExist();
    }
}
