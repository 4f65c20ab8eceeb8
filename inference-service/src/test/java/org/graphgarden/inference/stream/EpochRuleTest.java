package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpochRuleTest {
    private final EpochRule rule = EpochRule.ofShare(0.1);

    @Test
    void shouldStayInTheEpochWhileATenthOfALargeGardenHasChanged() {
        assertThat(rule.opens(1000, 100, 1)).isFalse();
        assertThat(rule.opens(1000, 101, 1)).isTrue();
    }

    @Test
    void shouldOpenWithEveryChangeOfASmallGarden() {
        assertThat(rule.opens(200, 1, 1)).isTrue();
        assertThat(rule.opens(200, 0, 0)).isFalse();
    }

    @Test
    void shouldOpenWhenManyChangeAtOnce() {
        assertThat(rule.opens(100_000, 129, 129)).isTrue();
        assertThat(rule.opens(100_000, 129, 1)).isFalse();
    }

    @Test
    void shouldTakeTogetherNoMoreThanStaysInTheEpoch() {
        for (int patterns : new int[] {1, 300, 3400, 100_000, 1_000_000}) {
            int together = rule.together(patterns);
            assertThat(together).isBetween(1, 128);
            if (patterns > 1280) {
                assertThat(rule.opens(patterns, together, together)).isFalse();
                assertThat(rule.opens(patterns, together + 1, together + 1)).isTrue();
            }
        }
    }
}
