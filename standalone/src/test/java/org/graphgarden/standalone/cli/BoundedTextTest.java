package org.graphgarden.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedTextTest {
    @Test
    void shouldTakeFromATextWhatSteersATerminal() {
        assertThat(BoundedText.harmless("a\u001b]0;b\u0007\u009b2J\u202ec\td"))
                .isEqualTo("a\uFFFD]0;b\uFFFD\uFFFD2J\uFFFDc\td");
    }

    @Test
    void shouldSayHowManyLinesAreLeftOut() {
        assertThat(BoundedText.lines("one\ntwo\nthree", 1, "--diff FILE"))
                .containsExactly("one", "… and 2 lines more; --diff FILE writes all of them");
    }
}
