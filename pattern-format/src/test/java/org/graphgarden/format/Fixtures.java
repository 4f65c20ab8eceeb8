package org.graphgarden.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Fixtures and the results that tests expect of them. */
final class Fixtures {

    private Fixtures() {}

    static byte[] fixture(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/patterns/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PatternDocument document(String text) {
        return document(text.getBytes(UTF_8));
    }

    static PatternDocument document(byte[] bytes) {
        ReadResult result = PatternReader.read(bytes);
        assertThat(result).isInstanceOf(ReadResult.Pattern.class);
        return ((ReadResult.Pattern) result).document();
    }

    static Problem refusal(byte[] bytes) {
        ReadResult result = PatternReader.read(bytes);
        assertThat(result).isInstanceOf(ReadResult.Refused.class);
        return ((ReadResult.Refused) result).problems().get(0);
    }

    static Problem refusal(String text) {
        return refusal(text.getBytes(UTF_8));
    }

    static GardenSection section(PatternDocument document) {
        return document.section().orElse(GardenSection.EMPTY);
    }
}
