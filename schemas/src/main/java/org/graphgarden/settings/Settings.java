package org.graphgarden.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/** The values of one section, checked; what {@link AbstractConfig} has, and durations and secrets. */
public final class Settings extends AbstractConfig {

    /**
     * Checks values against their declaration.
     *
     * @throws org.apache.kafka.common.config.ConfigException when one is missing or out of range
     */
    public Settings(ConfigDef declaration, Map<String, ?> values) {
        super(declaration, values, false);
    }

    /** A setting whose validator is {@link Durations#between}. */
    public Duration getDuration(String key) {
        return Durations.parse(getString(key));
    }

    /** A setting whose validator is {@link Secret#onlyReferences}; empty when it is not set. */
    public Optional<Secret> getSecret(String key) {
        return Optional.ofNullable(getPassword(key))
                .map(Password::value)
                .filter(reference -> !reference.isEmpty())
                .map(Secret::new);
    }

    /** A setting whose validator is {@link Secret#onlyListsOfReferences}. */
    public List<Secret> getSecrets(String key) {
        return getList(key).stream()
                .map(reference -> new Secret(reference.strip()))
                .toList();
    }
}
