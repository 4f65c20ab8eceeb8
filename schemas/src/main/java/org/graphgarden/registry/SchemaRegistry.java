package org.graphgarden.registry;

import java.util.List;
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
     * Looks a schema up without registering it.
     *
     * @return the schema's id and version; empty when the subject does not hold it
     * @throws SchemaRegistryException when the registry refuses or cannot be reached
     */
    Optional<RegisteredSchema> find(String subject, Schema schema);

    /**
     * Whether the subject would take a schema, without registering it.
     *
     * @return what speaks against it, for people; empty when the schema goes together with every version
     * @throws SchemaRegistryException when the registry refuses or cannot be reached
     */
    List<String> problems(String subject, Schema schema);

    /**
     * The schema with this id.
     *
     * @throws SchemaRegistryException when there is none, or the registry cannot be reached
     */
    Schema byId(int id);

    /** The newest version of a subject; empty when nothing was registered under it. */
    Optional<RegisteredSchema> latest(String subject);
}
