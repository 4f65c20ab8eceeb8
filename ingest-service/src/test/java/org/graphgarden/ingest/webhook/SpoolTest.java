package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SpoolTest {

    private static final int IN_MEMORY = 256 * 1024;

    @Property(seed = "1", tries = 50)
    void shouldGiveBackWhatCameAndLeaveNothing(
            @ForAll @IntRange(max = 600_000) int size, @ForAll @IntRange(min = 1, max = 70_000) int piece)
            throws Exception {
        // given
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        Path folder = Files.createTempDirectory("spool-test");
        try {
            // when
            try (Spool spool = new Spool(folder)) {
                for (int at = 0; at < size; at += piece) {
                    int length = Math.min(piece, size - at);
                    byte[] buffer = new byte[length];
                    System.arraycopy(body, at, buffer, 0, length);
                    spool.write(buffer, length);
                }

                // then
                assertThat(files(folder)).hasSize(size > IN_MEMORY ? 1 : 0);
                try (InputStream in = spool.read()) {
                    assertThat(in.readAllBytes()).isEqualTo(body);
                }
            }
            assertThat(files(folder)).isEmpty();
        } finally {
            Files.delete(folder);
        }
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
