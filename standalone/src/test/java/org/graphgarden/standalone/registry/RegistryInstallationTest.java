package org.graphgarden.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryInstallationTest {
    private final Path cache;

    RegistryInstallationTest(@TempDir Path cache) {
        this.cache = cache;
    }

    @Test
    void shouldRefuseAnArchiveOfOtherBytes() throws Exception {
        // given
        Files.writeString(cache.resolve(RegistryArchive.APICURIO.fileName()), "something else");
        List<String> progress = new ArrayList<>();
        // then
        assertThatThrownBy(() -> RegistryInstallation.provide(cache, progress::add))
                .isInstanceOf(RegistryProcessException.class)
                .hasMessageContainingAll(RegistryArchive.APICURIO.fileName(), "SHA-512", "Delete it");
        assertThat(progress).as("nothing is fetched").isEmpty();
        assertThat(cache.resolve("apicurio-registry-3.0.9")).doesNotExist();
    }

    @Test
    void shouldUseWhatIsInstalled() throws Exception {
        // given
        Path folder = Files.createDirectory(cache.resolve("apicurio-registry-3.0.9"));
        // then
        assertThat(RegistryInstallation.provide(cache, line -> {}).folder()).isEqualTo(folder);
    }

    @Test
    void shouldTellTheLastWordsOfAToolThatFails() {
        assertThatThrownBy(() -> Tool.run(
                        cache,
                        cache.resolve("tool.log"),
                        Duration.ofSeconds(20),
                        List.of("tar", "-xzf", "no-such-file.tar.gz")))
                .isInstanceOf(RegistryProcessException.class)
                .hasMessageContainingAll("ended with code", "tool.log: ", "no-such-file");
    }
}
