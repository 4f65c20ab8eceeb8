package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTest {
    private final Outage outage = new Outage();

    @Test
    void shouldLetEverybodyTryWhenAllIsWell() {
        assertThat(outage.mayTry()).isTrue();
        assertThat(outage.mayTry()).isTrue();
    }

    @Test
    void shouldLetOneTryAtATimeWhenOneFailed() {
        // given
        outage.ended(false);

        // when, then
        assertThat(outage.mayTry()).isTrue();
        assertThat(outage.mayTry()).isFalse();
        outage.ended(false);
        assertThat(outage.mayTry()).isTrue();
    }

    @Test
    void shouldLetEverybodyTryAgainWhenOneGotThrough() {
        // given
        outage.ended(false);
        assertThat(outage.mayTry()).isTrue();

        // when
        outage.ended(true);

        // then
        assertThat(outage.mayTry()).isTrue();
        assertThat(outage.mayTry()).isTrue();
    }
}
