package org.graphgarden.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackedTest {
    @Property(seed = "1", tries = 200)
    void shouldGiveBackWhatWasPacked(@ForAll int[] numbers) {
        // given, when
        byte[] packed = Packed.of(numbers);
        // then
        assertThat(Packed.numbers(packed)).containsExactly(numbers);
    }

    @Test
    void shouldTakeOneByteForASmallNumber() {
        assertThat(Packed.of(new int[] {-3, -1, 0, 124})).hasSize(5);
    }
}
