package org.graphgarden.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern REFERENCE = Pattern.compile("[a-z0-9][a-z0-9'-]+");

    @Test
    void shouldDropStopWordsWhenSplitting() {
        assertThat(Words.of("The beds, and the well-tended paths: a neighbour's 2nd plot."))
                .containsExactly("beds", "well-tended", "paths", "neighbour's", "2nd", "plot");
    }

    @Test
    void shouldKeepLettersOfOtherAlphabets() {
        assertThat(Words.of("Über Gärten, сад и огород, naïve")).contains("über", "gärten", "сад", "огород", "naïve");
    }

    @Property(seed = "1")
    void shouldAgreeWithTheExpressionWhenTextIsAscii(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 60) String text) {
        // given
        Matcher reference = REFERENCE.matcher(text.toLowerCase(Locale.ROOT));

        // when
        List<String> expected = reference
                .results()
                .map(match -> match.group())
                .filter(word -> !Words.isStopWord(word))
                .toList();

        // then
        assertThat(Words.of(text)).isEqualTo(expected);
    }
}
