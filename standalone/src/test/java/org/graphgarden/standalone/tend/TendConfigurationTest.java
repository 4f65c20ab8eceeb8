package org.graphgarden.standalone.tend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.GardenDeclarations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TendConfigurationTest {
    private final Path temp;

    TendConfigurationTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldKeepTheGardenOfARepositoryThatTheFileKnows() throws Exception {
        // given
        Path file = Files.writeString(temp.resolve("garden.yaml"), """
                gardens:
                  allotment:
                    prune:
                      links-per-pattern: 5
                    repositories:
                      beds:
                        url: https://example.org/beds.git
                        username: tender
                      tools:
                        url: https://example.org/tools.git
                """);
        // when
        TendConfiguration plain = configuration("https://example.org/beds.git", null, file);
        TendConfiguration branched = configuration("https://EXAMPLE.org/beds.git", "next", file);
        TendConfiguration other = configuration("https://example.org/shed.git", null, file);
        // then
        assertThat(plain.garden().name()).isEqualTo("allotment");
        assertThat(plain.garden().repositories())
                .extracting(RepositorySettings::name)
                .containsExactly("beds", "tools");
        assertThat(plain.configuration().section("prune", "allotment")).containsKey("links-per-pattern");
        assertThat(branched.garden().repositories().get(0).branch()).contains("next");
        assertThat(branched.garden().repositories().get(0).username()).contains("tender");
        assertThat(branched.garden().repositories().get(1).branch()).isEmpty();
        assertThat(other.garden().name()).isEqualTo("shed");
    }

    @Test
    void shouldNameACycleByCommitDateAndSettings() throws Exception {
        // given
        Path file = Files.writeString(temp.resolve("garden.yaml"), "prune:\n  links-per-pattern: 5\n");
        String address = "https://example.org/beds.git";
        TendOptions options = options(address, null, null);
        TendConfiguration usual = configuration(address, null, null);
        TendConfiguration fewer = configuration(address, null, file);
        // when
        String id = usual.cycle(options, "0123456789abcdef");
        // then
        assertThat(id).startsWith("2026-03-01.0123456789ab.");
        assertThat(usual.cycle(options, "0123456789abcdef")).isEqualTo(id);
        assertThat(usual.cycle(options, "f123456789abcdef")).isNotEqualTo(id);
        assertThat(fewer.cycle(options, "0123456789abcdef")).isNotEqualTo(id);
    }

    private TendConfiguration configuration(String address, @Nullable String branch, @Nullable Path file) {
        return TendConfiguration.of(options(address, branch, file), GardenDeclarations.ALL, Map.of());
    }

    private TendOptions options(String address, @Nullable String branch, @Nullable Path file) {
        return new Asked(address, LocalDate.of(2026, 3, 1), temp)
                .branch(branch)
                .config(file)
                .options();
    }
}
