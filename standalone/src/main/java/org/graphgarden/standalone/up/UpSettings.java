package org.graphgarden.standalone.up;

import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;

/**
 * What an operator chooses for the children of {@code garden up}.
 *
 * @param brokerPort loopback port of the broker; 0 for one that is free at the first start and kept from then on
 * @param registryPort the same of the schema registry
 * @param registryCache folder for the schema registry's program; empty for the user's cache folder
 */
public record UpSettings(int brokerPort, int registryPort, Optional<String> registryCache) {
    private static final String NAME = "up";
    private static final String BROKER_PORT = "broker-port";
    private static final String REGISTRY_PORT = "registry-port";
    private static final String REGISTRY_CACHE = "registry-cache";

    /** How these settings are written. */
    public static final Section SECTION = Section.of(
            NAME,
            "The broker and the schema registry that `garden up` starts itself; both listen on 127.0.0.1.",
            new ConfigDef()
                    .define(
                            BROKER_PORT,
                            Type.INT,
                            0,
                            Range.between(0, 65535),
                            Importance.MEDIUM,
                            "Port of the broker; 0 takes a free one at the first start and keeps it.")
                    .define(
                            REGISTRY_PORT,
                            Type.INT,
                            0,
                            Range.between(0, 65535),
                            Importance.MEDIUM,
                            "Port of the schema registry; 0 takes a free one at the first start and keeps it.")
                    .define(
                            REGISTRY_CACHE,
                            Type.STRING,
                            "",
                            Importance.LOW,
                            "Folder for the registry's program, fetched once; empty means graph-garden in the user's cache"
                                    + " folder."));

    /** Reads checked settings of {@link #SECTION}. */
    public static UpSettings of(org.graphgarden.settings.Configuration configuration) {
        Settings settings = configuration.settings(NAME);
        return new UpSettings(
                settings.getInt(BROKER_PORT),
                settings.getInt(REGISTRY_PORT),
                Optional.of(settings.getString(REGISTRY_CACHE)).filter(folder -> !folder.isEmpty()));
    }
}
