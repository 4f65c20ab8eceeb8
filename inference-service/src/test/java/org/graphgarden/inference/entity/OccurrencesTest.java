package org.graphgarden.inference.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OccurrencesTest {
    @Property(seed = "1", tries = 300)
    void shouldCountAsAScanDoesWhenWordsRepeat(
            @ForAll @Size(max = 60) @IntRange(min = -2, max = 9) int[] text,
            @ForAll @Size(min = 1, max = 3) @IntRange(min = 0, max = 9) int[] sought) {
        // when
        Occurrences occurrences = new Occurrences(text);

        // then
        long scanned = 0;
        for (int at = 0; at + sought.length <= text.length; at++) {
            scanned += Arrays.equals(text, at, at + sought.length, sought, 0, sought.length) ? 1 : 0;
        }
        assertThat(occurrences.count(sought)).isEqualTo((int) scanned);
        assertThat(occurrences.count(sought[0])).isEqualTo((int)
                Arrays.stream(text).filter(word -> word == sought[0]).count());
        assertThat(occurrences.words())
                .containsExactlyInAnyOrder(Arrays.stream(text).distinct().toArray());
    }
}
