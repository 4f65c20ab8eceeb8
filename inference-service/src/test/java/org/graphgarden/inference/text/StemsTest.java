package org.graphgarden.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
    @ParameterizedTest
    @CsvSource({
        "anonymous, anonymity",
        "organization, organizations",
        "organisation, organization",
        "planning, planned",
        "negotiate, negotiations"
    })
    void shouldTakeFormsOfOneWordForOne(String one, String other) {
        // when / then
        assertThat(Stems.of(one)).isEqualTo(Stems.of(other));
    }

    @ParameterizedTest
    @CsvSource({"seed, sea", "trust, true", "token, taken", "proxy, approximate"})
    void shouldKeepWordsApart(String one, String other) {
        // when / then
        assertThat(Stems.of(one)).isNotEqualTo(Stems.of(other));
    }

    @Property(seed = "1", tries = 200)
    void shouldNeverGiveNothingForAWord(@ForAll @AlphaChars String word) {
        // when
        String stem = Stems.of(word);
        // then
        assertThat(stem.isEmpty()).isEqualTo(word.isEmpty());
        assertThat(stem.length()).isLessThanOrEqualTo(word.length() + 1);
    }
}
