package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.settings.Settings;
import org.junit.jupiter.api.Test;

class PrunerSettingsTest {
    private static Settings settings(Map<String, Object> values) {
        return new Settings(PrunerSettings.SECTION.settings(), values);
    }

    @Test
    void shouldGiveTheDefaultsWhenNothingIsConfigured() {
        assertThat(PrunerSettings.policy(settings(Map.of()))).isEqualTo(Policy.DEFAULT);
        assertThat(PrunerSettings.publishing(settings(Map.of()))).isEqualTo(Publishing.DEFAULT);
    }

    @Test
    void shouldTakeWhatIsConfigured() {
        Settings settings = settings(Map.of("plant-threshold", ".9", "older-files", "off", "publish", "direct"));
        assertThat(PrunerSettings.policy(settings).thresholds().plant()).isEqualTo(.9);
        assertThat(PrunerSettings.policy(settings).scope().olderFiles()).isFalse();
        assertThat(PrunerSettings.publishing(settings).mode()).isEqualTo(PublishMode.DIRECT);
    }

    @Test
    void shouldRefuseWhatDoesNotFitTogether() {
        assertThatThrownBy(
                        () -> PrunerSettings.policy(settings(Map.of("plant-threshold", ".5", "drop-threshold", ".6"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("dropThreshold must be between 0 and plantThreshold (0.5): 0.6");
        assertThatThrownBy(() -> PrunerSettings.publishing(settings(Map.of("branch", "graph-garden/a..b"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("branchPattern");
        assertThatThrownBy(() -> PrunerSettings.publishing(settings(Map.of("branch", "tended/{date}"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must begin with graph-garden/");
        assertThatThrownBy(() -> settings(Map.of("schedule", "weekly"))).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> PrunerSettings.policy(settings(Map.of("only", "[a"))))
                .isInstanceOf(ConfigException.class);
    }
}
