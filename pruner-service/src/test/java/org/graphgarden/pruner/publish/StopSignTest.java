package org.graphgarden.pruner.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Planner;
import org.graphgarden.pruner.plan.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopSignTest {
    @Test
    void shouldGiveUpBeforeThePushWhenRaisedWhilePlanning(@TempDir Path folder) throws Exception {
        try (GitGarden garden = new GitGarden(folder)) {
            // given
            AtomicBoolean raised = new AtomicBoolean();
            Surroundings surroundings = GitGarden.surroundings(pause -> {}).until(raised::get);
            RepositoryPublisher publisher = new RepositoryPublisher(
                    garden.site(), Publishing.DEFAULT.withMode(PublishMode.DIRECT), surroundings);
            String head = garden.head("main");
            // when
            assertThatThrownBy(() -> publisher.publish(GitGarden.mark("c1"), null, null, state -> {
                        raised.set(true);
                        return Planner.plan(
                                GardenState.of(state.sections()),
                                GitGarden.enriched(),
                                Policy.DEFAULT,
                                GitGarden.TODAY);
                    }))
                    .isInstanceOf(AbandonedException.class);
            // then
            assertThat(garden.head("main")).isEqualTo(head);
            assertThat(garden.publish(PublishMode.DIRECT, "c1").outcome()).isEqualTo(Outcome.PUBLISHED);
        }
    }

    @Test
    void shouldEndPausesSoonWhenRaised() {
        // given
        List<Duration> waited = new ArrayList<>();
        Pause pause = waited::add;
        // when
        pause.until(() -> waited.size() == 3).await(Duration.ofHours(1));
        pause.until(StopSign.NEVER).await(Duration.ofMillis(150));
        // then
        assertThat(waited).extracting(Duration::toMillis).containsExactly(100L, 100L, 100L, 100L, 50L);
    }
}
