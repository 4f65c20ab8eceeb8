package org.graphgarden.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void shouldBlameTheConfigurationWhenASettingIsWrong() {
        // when
        CommandException refused =
                refused(new ConfigException("prune.branch", "main", "must begin with graph-garden/"));
        // then
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused).hasMessageContaining("prune.branch").hasMessageNotContaining("cluster");
    }

    @Test
    void shouldBlameTheClusterWhenItDoesNotAnswer() {
        assertThat(refused(new KafkaException("timed out")))
                .hasMessage("the cluster does not answer: timed out")
                .extracting(CommandException::exitCode)
                .isEqualTo(ExitCode.INTERNAL);
    }

    private static CommandException refused(RuntimeException cause) {
        return catchThrowableOfType(
                CommandException.class,
                () -> Refusal.explained(() -> {
                    throw cause;
                }));
    }
}
