package org.graphgarden.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedSentenceModelTest {
    private static final Embedding ANSWER = Embedding.of(new float[] {0.6f, -0.8f});

    private final Path folder;
    private final AtomicInteger asked = new AtomicInteger();
    private final SentenceModel model = new SentenceModel() {
        @Override
        public String name() {
            return "counts";
        }

        @Override
        public Embedding embed(String text) {
            asked.incrementAndGet();
            return ANSWER;
        }
    };

    CachedSentenceModelTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldNotAskAgainWhenTheTextIsKnown() throws IOException {
        // when
        new CachedSentenceModel(model, folder).embed("soil");
        Embedding again = new CachedSentenceModel(model, folder).embed("soil");

        // then
        assertThat(again).isEqualTo(ANSWER);
        assertThat(asked).hasValue(1);
        assertThat(files()).hasSize(1).first().asString().contains("counts");
    }

    @Test
    void shouldComputeAgainWhenTheFileIsShortOrDamaged() throws IOException {
        // given
        CachedSentenceModel cached = new CachedSentenceModel(model, folder);
        cached.embed("soil");
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);

        for (byte[] damaged : List.of(new byte[0], new byte[] {1, 2, 3}, flipped(whole))) {
            // when
            Files.write(file, damaged);

            // then
            assertThat(cached.embed("soil")).isEqualTo(ANSWER);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void shouldStillAnswerWhenTheFolderCannotBeWritten() throws IOException {
        // given
        Path file = Files.createFile(folder.resolve("in-the-way"));

        // when, then
        assertThat(new CachedSentenceModel(model, file).embed("soil")).isEqualTo(ANSWER);
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[0] ^= 1;
        return copy;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
