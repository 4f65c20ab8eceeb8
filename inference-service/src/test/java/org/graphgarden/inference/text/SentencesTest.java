package org.graphgarden.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void shouldSplitWhenAFullStopIsFollowedByACapital() {
        assertThat(Sentences.of("Dig first. Then water! Does it grow? \"Yes.\" It does"))
                .containsExactly("Dig first.", "Then water!", "Does it grow?", "\"Yes.\"", "It does");
    }

    @Test
    void shouldNotSplitWhenAnAbbreviationInitialOrNumberStandsThere() {
        assertThat(Sentences.of("Tools, e.g. Spades, vs. Forks by J. Doe cost 3.50 each. Done."))
                .containsExactly("Tools, e.g. Spades, vs. Forks by J. Doe cost 3.50 each.", "Done.");
    }

    @Test
    void shouldSplitWhenALineEnds() {
        assertThat(Sentences.of("one\n\ntwo")).containsExactly("one", "two");
    }

    @Property(seed = "1")
    void shouldKeepEveryVisibleCharacterInOrder(@ForAll String text) {
        assertThat(visible(String.join("", Sentences.of(text)))).isEqualTo(visible(text));
    }

    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
