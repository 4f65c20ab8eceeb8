package org.graphgarden.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private final Path temp;

    RunFolderTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldDeleteAllWhenClosed() throws Exception {
        // given
        RunFolder run = RunFolder.create(temp);
        Files.writeString(run.folder("a/b").resolve("c"), "d");
        // when
        run.close();
        run.close();
        // then
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void shouldSweepFolderWhenItsOwnerIsGone() throws Exception {
        // given
        Path left = Files.createDirectory(temp.resolve("graph-garden-123"));
        Files.writeString(left.resolve("owner.lock"), "");
        Files.writeString(left.resolve("data"), "x");
        // when
        try (RunFolder run = RunFolder.create(temp)) {
            // then
            assertThat(left).doesNotExist();
            assertThat(run.path()).exists();
        }
    }

    @Test
    void shouldLeaveFolderAloneWhenItsOwnerLives() throws Exception {
        // given
        try (RunFolder one = RunFolder.create(temp)) {
            // when
            RunFolder.create(temp).close();
            // then
            assertThat(one.path()).exists();
        }
    }

    @Test
    void shouldLeaveOtherFoldersAlone() throws Exception {
        // given
        Path other = Files.createDirectory(temp.resolve("graph-gardening"));
        Path young = Files.createDirectory(temp.resolve("graph-garden-being-made"));
        // when
        RunFolder.create(temp).close();
        // then
        assertThat(other).exists();
        assertThat(young).exists();
    }
}
