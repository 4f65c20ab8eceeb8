package org.graphgarden.registry;

import org.graphgarden.topics.Topic;

/** The schemas of all topics, as this build writes them. */
public final class CatalogueSchemas {

    private CatalogueSchemas() {}

    /**
     * Registers what is missing, so that a schema which does not go together with earlier ones is found at the start, and
     * consumers find all subjects.
     *
     * @throws SchemaRegistryException when the registry refuses one or cannot be reached
     */
    public static void register(SchemaRegistry registry) {
        for (Topic topic : Topic.values()) {
            registry.register(topic.subject(), PortableSchemas.of(topic.schema()));
        }
    }
}
