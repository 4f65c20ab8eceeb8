package org.graphgarden.inference.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    @Property(seed = "1", tries = 100)
    void shouldNeverDenyWhatWasMetTwice(@ForAll List<Long> met) {
        // given
        Repeated repeated = new Repeated();
        // when
        met.forEach(repeated::meet);
        met.forEach(repeated::meet);
        // then
        assertThat(met).allMatch(repeated::mayBe);
    }

    @Test
    void shouldDenyNearlyAllThatWasMetOnce() {
        // given
        Repeated repeated = new Repeated();
        // when
        LongStream.range(0, 1_000_000).forEach(repeated::meet);
        // then
        assertThat(LongStream.range(0, 1_000_000).filter(repeated::mayBe).count())
                .isLessThan(50_000);
    }

    @Property(seed = "1", tries = 100)
    void shouldDenyWhatWasNeverMet(@ForAll Set<Long> met, @ForAll long other) {
        // given
        Repeated repeated = new Repeated();
        // when
        met.stream().filter(value -> value != other).forEach(repeated::meet);
        // then
        assertThat(repeated.mayBe(other)).isFalse();
    }
}
