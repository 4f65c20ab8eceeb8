package org.graphgarden.pruner.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where requests are made, and which secret goes there. */
class ForgeSettingsTest {
    private static final Map<String, String> TOKEN = Map.of("forge-token", "${env:FORGE_TOKEN}");

    private static RepositorySettings repository(String url, String forgeUrl, boolean password) {
        return new RepositorySettings(
                "beds",
                url,
                Optional.empty(),
                List.of("**/*.md"),
                List.of(),
                Optional.empty(),
                password ? Optional.of(new Secret("${env:BEDS_PASSWORD}")) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(forgeUrl).filter(text -> !text.isEmpty()),
                List.of());
    }

    private static Map<String, PullRequests> requests(Map<String, String> values, RepositorySettings... repositories) {
        Settings settings = new Settings(ForgeSettings.define(new ConfigDef()), values);
        return ForgeSettings.requests(settings, Arrays.asList(repositories));
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/people/beds.git, github at api.github.com",
        "git@github.com:people/beds.git, github at api.github.com",
        "https://gitlab.com/people/beds/, gitlab at gitlab.com",
        "ssh://git@codeberg.org:2222/people/beds.git, forgejo at codeberg.org",
    })
    void shouldKnowTheForgeByItsHost(String url, String forge) {
        assertThat(requests(TOKEN, repository(url, "", false)).get("beds")).hasToString(forge + ", people/beds");
    }

    @Test
    void shouldAskWhichApiAnotherHostSpeaks() {
        RepositorySettings repository = repository("https://git.example/people/beds", "", true);
        assertThatThrownBy(() -> requests(TOKEN, repository))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("beds", "git.example", "prune.forge");
        assertThat(requests(Map.of("forge", "gitea"), repository).get("beds"))
                .hasToString("gitea at git.example, people/beds");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/people/beds.git, ''",
        "https://github.com/people/beds.git, https://GitHub.com/people/beds",
    })
    void shouldTakeThePasswordWhereItIsMeantFor(String url, String forgeUrl) {
        assertThat(requests(Map.of(), repository(url, forgeUrl, true))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://mirror.example/people/beds, https://github.com/people/beds",
        "https://github.com:8443/people/beds, https://github.com/people/beds",
        "git@github.com:people/beds.git, https://github.com/people/beds",
        "http://127.0.0.1/people/beds, https://github.com/people/beds",
        "/srv/git/beds.git, https://github.com/people/beds",
    })
    void shouldSendThePasswordToNoOtherHost(String url, String forgeUrl) {
        RepositorySettings repository = repository(url, forgeUrl, true);
        assertThatThrownBy(() -> requests(Map.of(), repository))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("beds", "github.com", "forge-url", "set prune.forge-token");
        assertThat(requests(TOKEN, repository)).hasSize(1);
    }

    @Test
    void shouldSendThePasswordToNoOtherApi() {
        RepositorySettings repository = repository("https://github.com/people/beds", "", true);
        assertThatThrownBy(() -> requests(Map.of("forge-api", "https://api.example"), repository))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("set prune.forge-token");
    }

    @Test
    void shouldWantATokenAndAForge() {
        assertThatThrownBy(() -> requests(Map.of(), repository("https://github.com/people/beds", "", false)))
                .hasMessageContaining("set prune.forge-token");
        assertThatThrownBy(() -> requests(TOKEN, repository("/srv/git/beds.git", "", false)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("on this machine", "forge-url");
    }

    @Test
    void shouldSendOneTokenToOneHostOnly() {
        RepositorySettings here = repository("https://github.com/people/beds", "", true);
        RepositorySettings there = repository("https://gitlab.com/people/beds", "", true);
        assertThatThrownBy(() -> requests(TOKEN, here, there))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("api.github.com", "gitlab.com", "several hosts");
        assertThat(requests(Map.of(), here, there)).isNotEmpty();
    }
}
