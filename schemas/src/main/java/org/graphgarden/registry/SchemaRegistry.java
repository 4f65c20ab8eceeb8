package org.graphgarden.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Knows schemas by number and by subject. Implementations may be used by many threads; callers need not cache misses,
 * but the serializers here ask once per schema only.
 */
public interface SchemaRegistry {

    /**
     * Registers a schema under a subject, unless it is there already.
     *
     * @return the schema's id; the same schema has the same id under every subject
     * @throws SchemaRegistryException when the schema is not compatible with every earlier version of the subject, or
     *     the registry cannot be reached
     */
    int register(String subject, Schema schema);

    /**
     * The schema with this id.
     *
     * @throws SchemaRegistryException when there is none, or the registry cannot be reached
     */
    Schema byId(int id);

    /** The newest version of a subject; empty when nothing was registered under it. */
    Optional<RegisteredSchema> latest(String subject);
}
