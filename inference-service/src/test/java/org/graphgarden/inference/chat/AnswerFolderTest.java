package org.graphgarden.inference.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.graphgarden.events.AnswerOutcome;
import org.graphgarden.events.LanguageModelAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFolderTest {
    private static final String QUESTION = "ab".repeat(32);
    private static final LanguageModelAnswer ANSWER = LanguageModelAnswer.newBuilder()
            .setQuestion(QUESTION)
            .setModel("oracle")
            .setOutcome(AnswerOutcome.ANSWERED)
            .setText("{\"verdict\": \"yes\"} “ä”\n")
            .setPromptTokens(70)
            .setAnswerTokens(5)
            .setAnsweredAt(Instant.parse("2026-11-01T12:00:00.123Z"))
            .build();

    private final Path folder;

    AnswerFolderTest(@TempDir Path temp) {
        this.folder = temp.resolve("answers");
    }

    @Test
    void shouldFindWhatItKept() {
        // given
        AnswerFolder shelf = new AnswerFolder(folder);
        assertThat(shelf.find(QUESTION)).isEmpty();
        // when
        shelf.keep(ANSWER);
        // then
        assertThat(new AnswerFolder(folder).find(QUESTION)).contains(ANSWER);
        assertThat(shelf.find("cd".repeat(32))).isEmpty();
    }

    @Test
    void shouldTakeADamagedFileForNone() throws Exception {
        // given
        AnswerFolder shelf = new AnswerFolder(folder);
        shelf.keep(ANSWER);
        Path file = folder.resolve("ab").resolve(QUESTION + ".json");
        // when
        Files.writeString(file, Files.readString(file).substring(0, 40));
        // then
        assertThat(shelf.find(QUESTION)).isEmpty();
    }

    @Test
    void shouldGoOnWhenTheFolderCannotBeWritten() throws Exception {
        // given
        Files.writeString(folder, "a file");
        AnswerFolder shelf = new AnswerFolder(folder);
        // when
        shelf.keep(ANSWER);
        // then
        assertThat(shelf.find(QUESTION)).isEmpty();
    }
}
