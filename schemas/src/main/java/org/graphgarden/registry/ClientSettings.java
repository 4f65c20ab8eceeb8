package org.graphgarden.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The registry in the settings of a Kafka client, under the names that Confluent's serializers gave them and that others
 * follow.
 */
public final class ClientSettings {

    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String BASIC = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String BEARER = "bearer.auth.token";
    private static final Pattern COLON = Pattern.compile(":");

    private ClientSettings() {}

    /**
     * The registry that a client's settings name.
     *
     * @throws ConfigException when they name none
     */
    static SchemaRegistry registry(Map<String, ?> settings) {
        String url = text(settings.get(AvroSerde.REGISTRY_URL));
        if (url == null) {
            throw new ConfigException(AvroSerde.REGISTRY_URL, null, "is missing");
        }
        if (RegistryUrls.isMock(url)) {
            return SchemaRegistries.forUrl(url);
        }
        Duration timeout = HttpRegistryOptions.DEFAULT_TIMEOUT;
        Duration patience = HttpRegistryOptions.DEFAULT_PATIENCE;
        return new HttpSchemaRegistry(new HttpRegistryOptions(
                RegistryUrls.parse(url), credentials(settings), Optional.empty(), timeout, patience, true));
    }

    /** The same credentials as settings, for serializers of others. They hold secrets. */
    public static Map<String, Object> of(Credentials credentials) {
        Map<String, Object> settings = new HashMap<>();
        if (credentials instanceof Credentials.Basic basic) {
            settings.put(BASIC_SOURCE, "USER_INFO");
            settings.put(BASIC, basic.username() + ":" + basic.password().get());
        } else if (credentials instanceof Credentials.Bearer bearer) {
            settings.put(BEARER_SOURCE, "STATIC_TOKEN");
            settings.put(BEARER, bearer.token().get());
        }
        return settings;
    }

    private static Credentials credentials(Map<String, ?> settings) {
        String token = text(settings.get(BEARER));
        if (token != null) {
            return new Credentials.Bearer(() -> token);
        }
        String pair = text(settings.get(BASIC));
        if (pair == null) {
            return new Credentials.Anonymous();
        }
        String[] parts = COLON.split(pair, 2);
        if (parts.length < 2) {
            throw new ConfigException(BASIC, Password.HIDDEN, "has to be a user name, a colon and a password");
        }
        return new Credentials.Basic(parts[0], () -> parts[1]);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Password password ? password.value() : value == null ? null : value.toString();
    }
}
