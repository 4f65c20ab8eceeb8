package org.graphgarden.settings;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.topics.TopicCatalogue;

/** The settings that every program has, and what is made of them. */
public final class CommonSettings {

    /** The key at the top that names the state folder. */
    public static final String STATE = "state";

    static final String TOPICS_SECTION = "topics";

    private static final String GARDEN_PARTITIONS = "garden-partitions";
    private static final String PATTERN_PARTITIONS = "pattern-partitions";
    private static final String REPLICATION_FACTOR = "replication-factor";

    static final List<Section> SECTIONS = List.of(
            Section.of(
                    "",
                    "Keys at the top of the file.",
                    new ConfigDef()
                            .define(
                                    STATE,
                                    Type.STRING,
                                    ".graph-garden",
                                    Importance.HIGH,
                                    "Folder for clones, caches and local stores. All of it can be rebuilt.")),
            RegistrySettings.SECTION,
            Section.of(
                    TOPICS_SECTION,
                    "How missing topics are made. Counts are verified at every start.",
                    new ConfigDef()
                            .define(
                                    GARDEN_PARTITIONS,
                                    Type.INT,
                                    1,
                                    Range.between(1, 1000),
                                    Importance.MEDIUM,
                                    "Partitions of the topics that are partitioned by garden. More than there are gardens is"
                                            + " of no use.")
                            .define(
                                    PATTERN_PARTITIONS,
                                    Type.INT,
                                    2,
                                    Range.between(1, 1000),
                                    Importance.MEDIUM,
                                    "Partitions of the topics that are partitioned by pattern: how far profiling can spread.")
                            .define(
                                    REPLICATION_FACTOR,
                                    Type.INT,
                                    -1,
                                    Range.between(-1, 100),
                                    Importance.MEDIUM,
                                    "Copies of each partition; -1 leaves it to the broker.")));

    private CommonSettings() {}

    /** The topics as they are configured. */
    public static TopicCatalogue topics(Configuration configuration) {
        Settings settings = configuration.settings(TOPICS_SECTION);
        return new TopicCatalogue(
                settings.getInt(GARDEN_PARTITIONS),
                settings.getInt(PATTERN_PARTITIONS),
                settings.getInt(REPLICATION_FACTOR).shortValue());
    }

    /**
     * The schema registry that is configured; nothing is asked yet.
     *
     * @throws ConfigurationException when its settings contradict each other
     */
    public static SchemaRegistry registry(Configuration configuration) {
        return new RegistrySettings(configuration).registry();
    }

    /**
     * Clients for the cluster that is configured; secrets are looked up now.
     *
     * @throws ConfigurationException when {@code kafka.bootstrap.servers} or a secret is missing
     */
    public static KafkaClients kafka(Configuration configuration) {
        Map<String, String> properties = configuration.kafka();
        if (!properties.containsKey("bootstrap.servers")) {
            throw new ConfigurationException("kafka.bootstrap.servers is missing: set it to host:port");
        }
        return new KafkaClients(properties, new RegistrySettings(configuration).serdes(properties));
    }
}
