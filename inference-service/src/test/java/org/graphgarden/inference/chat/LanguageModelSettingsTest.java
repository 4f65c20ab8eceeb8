package org.graphgarden.inference.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageModelSettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("enabled", "true", "base-url", "https://models.example/v1/", "model", "oracle");

    @Test
    void shouldBeOffUnlessTurnedOn() {
        assertThat(read(Map.of("base-url", "https://models.example/v1", "model", "oracle")))
                .isEmpty();
    }

    @Test
    void shouldTakeTheLeastThatIsNeeded() {
        assertThat(read(LEAST)).get().satisfies(settings -> {
            assertThat(settings.baseUrl()).hasToString("https://models.example/v1");
            assertThat(settings.rules().name()).startsWith("oracle-");
            assertThat(settings.apiKey()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://models.example",
                "https://user:hunter2@models.example/v1",
                "https://models.example/v1?key=hunter2",
                "https://models.example/v1#hunter2",
                "models.example",
                "http://",
                "https://models example/hunter2",
            })
    void shouldRefuseAddressThatIsNoneOfAnEndpointWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> read(with("base-url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void shouldRefuseKeyThatStandsInTheConfiguration() {
        assertThatThrownBy(() -> read(with("api-key", "sk-hunter2")))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://models.example/v1", "http://192.168.1.7:11434/v1", "http://127.0.0.1.models.example/v1"})
    void shouldRefuseToSendAKeyInTheClear(String url) {
        Map<String, String> values = with("base-url", url);
        values.put("api-key", "${env:SOME_KEY}");
        assertThatThrownBy(() -> read(values))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("in the clear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:11434/v1", "http://127.0.0.1:11434/v1", "http://[::1]:11434/v1"})
    void shouldSendAKeyToThisMachine(String url) {
        Map<String, String> values = with("base-url", url);
        values.put("api-key", "${env:SOME_KEY}");
        assertThat(read(values)).get().satisfies(settings -> assertThat(settings.apiKey())
                .isPresent());
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThatThrownBy(() -> read(Map.of("enabled", "true", "model", "oracle")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base-url");
    }

    @Test
    void shouldSayWhenTheKeyIsNotWhereItShouldStand() {
        // given
        Map<String, String> values = with("api-key", "${env:GARDEN_TEST_KEY_THAT_NOBODY_SETS}");
        // when / then
        assertThatThrownBy(() -> read(values).orElseThrow().requireKey())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("GARDEN_TEST_KEY_THAT_NOBODY_SETS");
    }

    @Test
    void shouldRefuseABandThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> read(with("band-low", "0.96")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("band");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> values = new TreeMap<>(LEAST);
        values.put(key, value);
        return values;
    }

    private static Optional<LanguageModelSettings> read(Map<String, String> values) {
        return LanguageModelSettings.of(new Settings(LanguageModelSettings.SECTION.settings(), values));
    }
}
