package org.graphgarden.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.registry.AvroDeserializer;
import org.graphgarden.registry.AvroSerde;
import org.graphgarden.registry.AvroSerializer;
import org.graphgarden.registry.ClientSettings;
import org.graphgarden.registry.Credentials;
import org.graphgarden.registry.HttpRegistryOptions;
import org.graphgarden.registry.HttpSchemaRegistry;
import org.graphgarden.registry.RegistryUrls;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.registry.TrustStore;
import org.graphgarden.registry.ValueSerdes;

/** The settings of the schema registry, and what is made of them. */
final class RegistrySettings {

    private static final String NAME = "schema-registry";
    private static final String URL = "url";
    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";
    private static final String TOKEN = "token";
    private static final String TRUSTSTORE = "truststore";
    private static final String TRUSTSTORE_TYPE = "truststore-type";
    private static final String TRUSTSTORE_PASSWORD = "truststore-password";
    private static final String TIMEOUT = "timeout";
    private static final String PATIENCE = "patience";
    private static final String REGISTER = "register";
    private static final String SERIALIZER = "serializer-class";
    private static final String DESERIALIZER = "deserializer-class";

    static final Section SECTION = Section.of(NAME, "Where the schemas of the topics are kept.", declaration());

    private final Settings settings;

    RegistrySettings(Configuration configuration) {
        this.settings = configuration.settings(NAME);
    }

    private static ConfigDef declaration() {
        ConfigDef declaration = new ConfigDef()
                .define(
                        URL,
                        Type.STRING,
                        "mock://garden",
                        ConfigDef.LambdaValidator.with(
                                RegistrySettings::checkUrl, () -> "mock://SCOPE or http(s) addresses with commas"),
                        Importance.HIGH,
                        "Address of the schema registry; several, with commas, are one registry that can be reached in several"
                                + " ways. mock://SCOPE keeps schemas in the process, for topics that nobody else reads.");
        defineAccess(declaration);
        defineBehaviour(declaration);
        return declaration;
    }

    private static void defineAccess(ConfigDef declaration) {
        declaration
                .define(USERNAME, Type.STRING, "", Importance.MEDIUM, "User name for basic authentication.")
                .define(
                        PASSWORD,
                        Type.PASSWORD,
                        "",
                        Secret.onlyReferences(),
                        Importance.MEDIUM,
                        "Password for basic authentication.")
                .define(
                        TOKEN,
                        Type.PASSWORD,
                        "",
                        Secret.onlyReferences(),
                        Importance.MEDIUM,
                        "Bearer token, instead of user name and password.")
                .define(
                        TRUSTSTORE,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "File with the certificates to believe an https registry with; empty for those that come with Java.")
                .define(
                        TRUSTSTORE_TYPE,
                        Type.STRING,
                        TrustStore.Type.PEM.name(),
                        ValidString.in(Arrays.stream(TrustStore.Type.values())
                                .map(Enum::name)
                                .toArray(String[]::new)),
                        Importance.MEDIUM,
                        "Kind of that file; PEM is one or more certificates as text.")
                .define(
                        TRUSTSTORE_PASSWORD,
                        Type.PASSWORD,
                        "",
                        Secret.onlyReferences(),
                        Importance.MEDIUM,
                        "Password of that file; PEM files have none.");
    }

    private static void defineBehaviour(ConfigDef declaration) {
        declaration
                .define(
                        TIMEOUT,
                        Type.STRING,
                        "5s",
                        Durations.between("100ms", "1m"),
                        Importance.LOW,
                        "How long one address may take for one answer.")
                .define(
                        PATIENCE,
                        Type.STRING,
                        "20s",
                        Durations.between("0s", "10m"),
                        Importance.LOW,
                        "How long a request is tried again, with growing pauses, while no address answers. What is known"
                                + " already needs no request.")
                .define(
                        REGISTER,
                        Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Whether schemas that are missing are registered. With false they are only looked up, and somebody else"
                                + " has to register them beforehand.")
                .define(
                        SERIALIZER,
                        Type.CLASS,
                        AvroSerializer.class,
                        Importance.LOW,
                        "Class on the class path that writes values in the Confluent wire format. Others than our own get what"
                                + " stands under kafka, the address as schema.registry.url and the credentials as"
                                + " basic.auth.user.info or bearer.auth.token.")
                .define(
                        DESERIALIZER,
                        Type.CLASS,
                        AvroDeserializer.class,
                        Importance.LOW,
                        "Class on the class path that reads them, into generated records.");
    }

    /** The registry; secrets are looked up when they are sent, that of the trust store now. */
    SchemaRegistry registry() {
        String url = settings.getString(URL);
        if (RegistryUrls.isMock(url)) {
            return SchemaRegistries.forUrl(url);
        }
        return new HttpSchemaRegistry(new HttpRegistryOptions(
                RegistryUrls.parse(url),
                credentials(),
                trustStore(),
                settings.getDuration(TIMEOUT),
                settings.getDuration(PATIENCE),
                settings.getBoolean(REGISTER)));
    }

    /** What writes and reads values; other classes than our own get Kafka's settings and, by their usual names, ours. */
    @SuppressWarnings("rawtypes")
    ValueSerdes serdes(Map<String, ?> kafka) {
        Map<String, Object> all = new HashMap<>();
        Class<? extends Serializer> serializer = subclass(SERIALIZER, Serializer.class);
        Class<? extends Deserializer> deserializer = subclass(DESERIALIZER, Deserializer.class);
        if (serializer != AvroSerializer.class || deserializer != AvroDeserializer.class) {
            all.put(AvroSerde.REGISTRY_URL, settings.getString(URL));
            all.putAll(ClientSettings.of(credentials()));
            all.putAll(kafka);
        }
        return new ValueSerdes(registry(), serializer, deserializer, all);
    }

    private <T> Class<? extends T> subclass(String key, Class<T> type) {
        Class<?> found = settings.getClass(key);
        if (!type.isAssignableFrom(found)) {
            throw new ConfigurationException(
                    NAME + "." + key + " is " + found.getName() + ", which is no " + type.getName());
        }
        return found.asSubclass(type);
    }

    private Credentials credentials() {
        Optional<Secret> token = settings.getSecret(TOKEN);
        String username = settings.getString(USERNAME);
        Optional<Secret> password = settings.getSecret(PASSWORD);
        if (token.isPresent()) {
            if (!username.isEmpty()) {
                throw new ConfigurationException(NAME + ": token and username are both set; keep one of them");
            }
            return new Credentials.Bearer(token.get()::resolve);
        }
        if (username.isEmpty()) {
            return new Credentials.Anonymous();
        }
        Secret secret = password.orElseThrow(() -> new ConfigurationException(
                NAME + ".password is missing, but " + NAME + ".username is set: write ${env:NAME} or ${file:PATH}"));
        return new Credentials.Basic(username, secret::resolve);
    }

    private Optional<TrustStore> trustStore() {
        String file = settings.getString(TRUSTSTORE);
        Supplier<Optional<String>> password =
                () -> settings.getSecret(TRUSTSTORE_PASSWORD).map(Secret::resolve);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new TrustStore(
                        Path.of(file), TrustStore.Type.valueOf(settings.getString(TRUSTSTORE_TYPE)), password));
    }

    private static void checkUrl(String name, Object value) {
        String url = String.valueOf(value);
        if (RegistryUrls.isMock(url)) {
            return;
        }
        try {
            List.copyOf(RegistryUrls.parse(url));
        } catch (IllegalArgumentException e) {
            // The value may hold a password.
            throw new ConfigException(name, Password.HIDDEN, e.getMessage());
        }
    }
}
