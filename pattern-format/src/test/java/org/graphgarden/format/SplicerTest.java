package org.graphgarden.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplicerTest {

    @ParameterizedTest
    @ValueSource(strings = {"current.md", "older.md", "bare.md"})
    void shouldProveEveryRevisionWhenFixtureIsSpliced(String name) {
        // given
        byte[] file = Fixtures.fixture(name);
        Map<String, GardenSection> revisions = Revisions.of(Fixtures.section(Fixtures.document(file)));

        // when, then
        revisions.values().forEach(revised -> SpliceAssertions.spliceAndProve(file, revised));
    }

    @Test
    void shouldRewriteOneLineWhenOneConfidenceChanges() {
        // given
        String file = new String(Fixtures.fixture("current.md"), UTF_8);
        GardenSection section = Fixtures.section(Fixtures.document(file));
        GardenSection revised = section.withLinks(section.links().stream()
                .map(link -> link.target().equals("crop-rotation") ? link.withConfidence(0.8) : link)
                .toList());

        // when
        byte[] result = SpliceAssertions.spliceAndProve(file.getBytes(UTF_8), revised);

        // then
        assertThat(new String(result, UTF_8))
                .isEqualTo(file.replace("confidence: 0.90 # was 0.8", "confidence: 0.8 # was 0.8"));
    }
}
