package org.graphgarden.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {
    @ParameterizedTest
    @CsvSource({
        ".7,  .7,      true",
        ".7,  .849999, true",
        ".7,  .85,     false",
        ".7,  .95,     false",
        ".9,  1,       true",
        ".85, 1,       false",
        "0,   .149999, true",
        "0,   .15,     false",
        ",    .999999, true",
        ",    1,       false",
    })
    void shouldHoldUntilThePairIsSurerByThePrescribedStep(@Nullable Double rejectedAt, double now, boolean holds) {
        assertThat(Rejection.holds(rejectedAt, now)).isEqualTo(holds);
    }
}
