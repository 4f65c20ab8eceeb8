package org.graphgarden.inference.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNamesTest {

    @Test
    void shouldFindGivenAndLastNameWithWhatStandsBetween() {
        assertThat(PersonNames.in("As Alice B. Rootwell and Peter van der Beet say, René Rübe digs."))
                .containsExactly("Alice B. Rootwell", "Peter van der Beet", "René Rübe");
    }

    @Test
    void shouldNotTakeAnEverydayWordForALastName() {
        assertThat(PersonNames.in("Alice Compost Day: bring compost. Alice The. Alice alone. Alice"))
                .isEmpty();
    }

    @Test
    void shouldNotTakeAnythingElseWithCapitals() {
        assertThat(PersonNames.in("Open Garden Gate in Upper Valley; ALICE NOW"))
                .isEmpty();
    }

    @Test
    void shouldNameEachOnce() {
        assertThat(PersonNames.in("Alice Rootwell. Alice Rootwell's bed.")).containsExactly("Alice Rootwell");
    }
}
