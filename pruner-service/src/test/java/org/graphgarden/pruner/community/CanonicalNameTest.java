package org.graphgarden.pruner.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalNameTest {
    @ParameterizedTest
    @CsvSource({
        "Compost Heaps (CH), compost-heap",
        "'Compost (old) (CH) ', compost-old",
        "Compost (, compost",
        "(CH) Compost, ch-compost",
        "Compost (a) b), compost-a-b",
        "(CH), ''",
    })
    void shouldDropOneTrailingNote(String name, String canonical) {
        assertThat(CanonicalName.of(name)).isEqualTo(canonical);
    }

    @Test
    @Timeout(2)
    void shouldNotTakeLongOverManySpaces() {
        assertThat(CanonicalName.id("a" + " ".repeat(50_000) + "b")).isEqualTo("a");
    }

    @Test
    void shouldReadNoFurtherThanAName() {
        assertThat(CanonicalName.id("x".repeat(1000))).hasSize(200);
    }
}
