package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.graphgarden.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final Path folder;

    SecretKeysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldTakeAChangedFileSoonAndAVanishedOneNoMore() throws Exception {
        // given
        Secret kept = secret("kept", "a secret that is rotated");
        Secret removed = secret("removed", "a secret that is removed");
        SecretKeys keys = new SecretKeys(List.of(kept, removed), nanoTime::get);

        // when
        secret("kept", "the secret that comes next");
        Files.delete(folder.resolve("removed"));
        pass(Duration.ofSeconds(9));
        assertThat(key(keys, kept)).isEqualTo("a secret that is rotated");
        pass(Duration.ofSeconds(2));

        // then
        assertThat(key(keys, kept)).isEqualTo("the secret that comes next");
        assertThat(keys.now()).doesNotContainKey(removed);
    }

    private static String key(SecretKeys keys, Secret secret) {
        return new String(keys.now().get(secret), StandardCharsets.UTF_8);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    private Secret secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new Secret("${file:" + file + "}");
    }
}
