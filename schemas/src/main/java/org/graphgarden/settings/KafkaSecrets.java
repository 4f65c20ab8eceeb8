package org.graphgarden.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Sees to it that what Kafka's clients call a password does not stand in a configuration file. */
final class KafkaSecrets {

    private static final Set<String> PASSWORDS =
            List.of(ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef()).stream()
                    .flatMap(definition -> definition.configKeys().values().stream())
                    .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                    .map(key -> key.name)
                    .collect(Collectors.toUnmodifiableSet());

    private KafkaSecrets() {}

    static void check(String path, String key, String value) {
        if (PASSWORDS.contains(key) && !Secret.holdsReference(value)) {
            throw new ConfigException(
                    path, Password.HIDDEN, "holds a secret: write ${env:NAME} or ${file:PATH} instead");
        }
    }
}
