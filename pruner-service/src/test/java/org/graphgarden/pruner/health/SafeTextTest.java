package org.graphgarden.pruner.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void shouldStayOnOneLineWhateverEndsLines() {
        assertThat(SafeText.line("a\nb\rc\u0085d\u2028e\u2029f\u009Bg\u202Eh"))
                .isEqualTo("a b c\uFFFDd e f\uFFFDg\uFFFDh");
    }

    @Test
    void shouldCutOnlyWhatIsPlain() {
        assertThat(SafeText.plain("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
        assertThat(SafeText.line("x".repeat(301))).hasSize(301);
    }
}
