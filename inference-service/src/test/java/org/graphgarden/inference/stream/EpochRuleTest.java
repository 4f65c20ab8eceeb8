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
}
