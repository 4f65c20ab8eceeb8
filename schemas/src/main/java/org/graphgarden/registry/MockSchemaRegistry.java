package org.graphgarden.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry in the memory of this process: for {@code mock://scope} addresses, where nobody outside the process reads
 * the topics. Ids count from 1 in the order of registration. Compatibility is FULL_TRANSITIVE.
 */
public final class MockSchemaRegistry implements SchemaRegistry {

    private static final Map<String, MockSchemaRegistry> SCOPES = new ConcurrentHashMap<>();

    private final Map<Schema, Integer> ids = new HashMap<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<RegisteredSchema>> subjects = new HashMap<>();

    MockSchemaRegistry() {}

    /** The registry of this name: the same for everybody in the process. */
    public static MockSchemaRegistry scope(String name) {
        return SCOPES.computeIfAbsent(name, any -> new MockSchemaRegistry());
    }

    /** Forgets a scope. Who holds its registry keeps it; who asks for the name again gets an empty one. */
    public static void dropScope(String name) {
        SCOPES.remove(name);
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        List<RegisteredSchema> versions = subjects.computeIfAbsent(subject, any -> new ArrayList<>());
        for (RegisteredSchema version : versions) {
            if (version.schema().equals(schema)) {
                return version.id();
            }
        }
        versions.forEach(version -> requireCompatible(subject, version, schema));
        int id = ids.computeIfAbsent(schema, this::add);
        versions.add(new RegisteredSchema(id, versions.size() + 1, schema));
        return id;
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new SchemaRegistryException("no schema has the id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        List<RegisteredSchema> versions = subjects.getOrDefault(subject, List.of());
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    private int add(Schema schema) {
        schemas.add(schema);
        return schemas.size();
    }

    private static void requireCompatible(String subject, RegisteredSchema version, Schema schema) {
        List<String> problems = Compatibility.problems(version.schema(), schema);
        if (!problems.isEmpty()) {
            throw new SchemaRegistryException(
                    "subject " + subject + " takes no schema that is incompatible with its version " + version.version()
                            + ": " + String.join("; ", problems));
        }
    }
}
