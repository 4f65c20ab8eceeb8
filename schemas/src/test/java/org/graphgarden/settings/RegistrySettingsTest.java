package org.graphgarden.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.AvroDeserializer;
import org.graphgarden.registry.HttpSchemaRegistry;
import org.graphgarden.registry.MockSchemaRegistry;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    @Test
    void shouldFindTheRegistryBehindTheAddress() {
        assertThat(CommonSettings.registry(read(Map.of()))).isInstanceOf(MockSchemaRegistry.class);
        assertThat(CommonSettings.registry(read(Map.of("schema-registry.url", "http://a:8081,https://b/x"))))
                .isInstanceOf(HttpSchemaRegistry.class);
    }

    @Test
    void shouldRefuseWrongAddressesWithoutTellingPasswords() {
        assertThatThrownBy(() -> read(Map.of("schema-registry.url", "http://me:hush@a:8081")))
                .hasMessageContainingAll("schema-registry.url", "schema-registry.username")
                .message()
                .doesNotContain("hush");
        assertThatThrownBy(() -> read(Map.of("schema-registry.url", "a:8081")))
                .hasMessageContaining("http://HOST:PORT");
    }

    @Test
    void shouldRefuseSecretsThatStandInTheFile() {
        for (String key : new String[] {"password", "token", "truststore-password"}) {
            assertThatThrownBy(() -> read(Map.of("schema-registry." + key, "hush")))
                    .as(key)
                    .hasMessageContainingAll("schema-registry." + key, "${env:NAME}")
                    .message()
                    .doesNotContain("hush");
        }
    }

    @Test
    void shouldRefuseHalfOrDoubleCredentials() {
        // given
        Map<String, String> half = Map.of("schema-registry.url", "http://a", "schema-registry.username", "me");
        Map<String, String> twice = Map.of(
                "schema-registry.url", "http://a",
                "schema-registry.username", "me",
                "schema-registry.token", "${env:TOKEN}");

        // then
        assertThatThrownBy(() -> CommonSettings.registry(read(half)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("schema-registry.password is missing");
        assertThatThrownBy(() -> CommonSettings.registry(read(twice))).hasMessageContaining("keep one of them");
    }

    @Test
    void shouldTakeOtherSerializersAndGiveThemKafkasSettings() {
        // given
        Map<String, String> settings = Map.of(
                "kafka.bootstrap.servers", "localhost:9",
                "kafka.someone.elses.setting", "x",
                "schema-registry.url", "http://a",
                "schema-registry.deserializer-class", ForeignDeserializer.class.getName());

        // when
        KafkaClients clients = CommonSettings.kafka(read(settings));

        // then
        assertThat(clients.serdes().deserializer())
                .isInstanceOfSatisfying(ForeignDeserializer.class, foreign -> assertThat(foreign.configs)
                        .containsEntry("someone.elses.setting", "x")
                        .containsEntry("schema.registry.url", "http://a"));
    }

    @Test
    void shouldRefuseClassesThatAreNoSerializers() {
        // given
        Configuration wrong = read(Map.of(
                "kafka.bootstrap.servers",
                "localhost:9",
                "schema-registry.serializer-class",
                AvroDeserializer.class.getName()));

        // then
        assertThatThrownBy(() -> CommonSettings.kafka(wrong))
                .hasMessageContainingAll("schema-registry.serializer-class", "AvroDeserializer");
        assertThatThrownBy(() -> read(Map.of("schema-registry.serializer-class", "no.such.Thing")))
                .hasMessageContaining("no.such.Thing");
    }

    private static Configuration read(Map<String, String> values) {
        return Configuration.of(values, Declarations.with());
    }
}
