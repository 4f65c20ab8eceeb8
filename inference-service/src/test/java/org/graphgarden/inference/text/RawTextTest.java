package org.graphgarden.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawTextTest {
    private static final long ENOUGH = 100_000;

    @Test
    void shouldFindTheLongestStretchWhenAShorterOneStandsBefore() {
        // given
        RawText file = new RawText("beans climb, and beans climb the *maize*", ENOUGH);

        // when
        int length = file.longest("beans climb the maize", 0);

        // then
        assertThat(length).isEqualTo("beans climb the ".length());
    }

    @Test
    void shouldFindTheLongestStretchWhenItsFirstPartStandsManyTimes() {
        // given
        String often = "one row of beans and one row of maize and one row of squash and so on ";
        RawText file = new RawText(often.repeat(5) + "*to the* " + often + "to the fence", ENOUGH);

        // when
        int length = file.longest(often + "to the hedge", 0);

        // then
        assertThat(length).isEqualTo((often + "to the ").length());
    }

    @Test
    void shouldFindNothingWhenPatienceIsAtItsEnd() {
        // given
        RawText file = new RawText("a".repeat(3_000) + "*b*", ENOUGH);

        // when
        int first = file.longest("a".repeat(3_000) + "b", 0);
        int next = file.longest("b", 0);

        // then
        assertThat(first).isEqualTo(3_000);
        assertThat(next).isZero();
    }
}
