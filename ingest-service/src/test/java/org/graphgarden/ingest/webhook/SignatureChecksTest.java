package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.graphgarden.runtime.edge.RefusedException;
import org.graphgarden.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureChecksTest {

    private final Path folder;
    private final SignatureChecks checks;
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    SignatureChecksTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path file = Files.writeString(folder.resolve("secret"), "a secret of some length");
        SecretKeys keys = new SecretKeys(List.of(new Secret("${file:" + file + "}")), System::nanoTime);
        this.checks = new SignatureChecks(keys, Duration.ofMillis(100));
    }

    @Test
    void shouldCheckOneLongBodyAtATimeAndShortOnesMeanwhile() throws Exception {
        // given
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> first = other.submit(() -> isNobodys(slow(), 300_000));
            assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

            // then
            assertThat(isNobodys(quick(), 1000)).isTrue();
            assertThatThrownBy(() -> isNobodys(quick(), 300_000))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.answer().status()).isEqualTo(429));
            goOn.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(isNobodys(quick(), 300_000)).isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    private boolean isNobodys(Signature claim, int length) throws IOException {
        try (Spool spool = new Spool(folder)) {
            spool.write(new byte[length], length);
            return checks.signedWith(claim, spool).isEmpty();
        }
    }

    private static Signature quick() {
        return Signature.ofHex("0".repeat(64)).orElseThrow();
    }

    /** One that takes its time before the first byte is looked at. */
    private Signature slow() {
        return new Signature.Hmac(new byte[0], List.of(new byte[32]), key -> {
            inside.countDown();
            try {
                return goOn.await(20, TimeUnit.SECONDS) ? Optional.of(key) : Optional.empty();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
