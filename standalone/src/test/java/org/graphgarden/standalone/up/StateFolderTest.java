package org.graphgarden.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private final Path folder;

    StateFolderTest(@TempDir Path temp) {
        this.folder = temp.resolve("state");
    }

    @Test
    void shouldBeOwnedByOneAtATime() {
        // given
        try (StateFolder state = StateFolder.open(folder)) {
            // then
            assertThat(StateFolder.isOwned(state.path())).isTrue();
            assertThatThrownBy(() -> StateFolder.open(folder))
                    .isInstanceOf(UpException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use")
                    .hasMessageContaining("--state");
        }
        assertThat(StateFolder.isOwned(folder)).isFalse();
        StateFolder.open(folder).close();
    }

    @Test
    void shouldRefuseWhatANewerVersionWrote() throws Exception {
        // given
        StateFolder.open(folder).close();
        Files.writeString(folder.resolve("version"), "2\n");
        // when, then
        assertThatThrownBy(() -> StateFolder.open(folder))
                .isInstanceOf(UpException.class)
                .hasMessageContaining("has version 2, but this build knows up to 1")
                .hasMessageContaining("newer build");
        assertThat(StateFolder.isOwned(folder)).isFalse();
    }

    @Test
    void shouldKeepValuesAndEmptyOnlyWhatItIsTold() throws Exception {
        // given
        try (StateFolder state = StateFolder.open(folder)) {
            assertThat(state.kept("name", () -> "first")).isEqualTo("first");
            Files.writeString(state.folder("tmp").resolve("left"), "over");
        }
        // when
        try (StateFolder state = StateFolder.open(folder)) {
            // then
            assertThat(state.kept("name", () -> "second")).isEqualTo("first");
            assertThat(state.emptied("tmp")).isEmptyDirectory();
        }
    }

    @Test
    void shouldKeepPortsUnlessOthersAreConfigured() {
        // given
        UpSettings any = new UpSettings(0, 0, java.util.Optional.empty());
        try (StateFolder state = StateFolder.open(folder)) {
            Ports first = Ports.of(state, any);
            // when, then
            assertThat(Ports.of(state, any)).isEqualTo(first);
            assertThat(Ports.of(state, new UpSettings(9092, 0, java.util.Optional.empty())))
                    .isEqualTo(new Ports(9092, first.controller(), first.registry()));
        }
    }
}
