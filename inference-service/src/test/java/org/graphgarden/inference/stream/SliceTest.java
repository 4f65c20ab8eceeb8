package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SliceTest {

    @Test
    void shouldBeOverWhenItsTimeHasPassedThoughNobodySetsAClock() {
        assertThat(Slice.of(Duration.ZERO).isOver()).isTrue();
        assertThat(Slice.of(Duration.ofHours(1)).isOver()).isFalse();
    }
}
