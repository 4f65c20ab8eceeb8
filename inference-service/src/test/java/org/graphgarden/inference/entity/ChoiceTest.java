package org.graphgarden.inference.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Choice<Option> CHOICE = new Choice<>(Option::score, Option::words);

    private record Option(double score, int... words) {}

    @Test
    void shouldLeaveOutWhatSharesHalfOfItsWordsWithABetterOne() {
        // given
        Option best = new Option(3, 1, 2);
        Option alike = new Option(2, 2, 1, 3);
        Option other = new Option(1, 2, 4, 5);

        // when, then
        assertThat(CHOICE.of(List.of(best, alike, other), any -> true)).containsExactly(best, other);
    }

    @Test
    void shouldTakeMoreThanEightOnlyWhenTheyAreLikely() {
        assertThat(CHOICE.of(many(20, -1), any -> true)).hasSize(10);
        assertThat(CHOICE.of(many(20, -3), any -> true)).hasSize(8);
        assertThat(CHOICE.of(many(20, -9), any -> true)).isEmpty();
    }

    @Test
    void shouldPassOverWhatIsNotAllowed() {
        assertThat(CHOICE.of(many(3, 0), option -> option.words()[0] != 1)).hasSize(2);
    }

    private static List<Option> many(int count, double score) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            options.add(new Option(score, i));
        }
        return options;
    }
}
