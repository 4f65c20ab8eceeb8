package org.graphgarden.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
    @ParameterizedTest
    @CsvSource({
        "Seed Libraries, seed-library",
        "Compost & Mulch, compost-and-mulch",
        "Señor Café's Beds, senor-cafe-bed",
        "Organising Committees, organizing-committee",
        "Community-Supported Agriculture (CSA), community-supported-agriculture",
        "Children, child",
        "Analysis of Crises, analysis-of-crisis",
        "Grass boxes, grass-box",
        "(only a note), only-a-note",
        "сады, сады"
    })
    void shouldGiveOneIdWhenSpellingsDiffer(String label, String id) {
        assertThat(Canonical.id(label)).isEqualTo(id);
    }

    @Test
    void shouldBeEmptyWhenNoLetterOrDigitIsThere() {
        assertThat(Canonical.id("— !")).isEmpty();
    }
}
