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
        return find(subject, schema).map(RegisteredSchema::id).orElseGet(() -> addVersion(subject, schema));
    }

    @Override
    public synchronized Optional<RegisteredSchema> find(String subject, Schema schema) {
        return versions(subject).stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst();
    }

    @Override
    public synchronized List<String> problems(String subject, Schema schema) {
        return versions(subject).stream()
                .flatMap(version -> Compatibility.problems(version.schema(), schema).stream()
                        .map(problem -> "version " + version.version() + ": " + problem))
                .toList();
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
        List<RegisteredSchema> versions = versions(subject);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    private List<RegisteredSchema> versions(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    private int addVersion(String subject, Schema schema) {
        List<String> problems = problems(subject, schema);
        if (!problems.isEmpty()) {
            throw new SchemaRegistryException("subject " + subject
                    + " takes no schema that is incompatible with an earlier one: " + String.join("; ", problems));
        }
        int id = ids.computeIfAbsent(schema, this::add);
        List<RegisteredSchema> versions = subjects.computeIfAbsent(subject, any -> new ArrayList<>());
        versions.add(new RegisteredSchema(id, versions.size() + 1, schema));
        return id;
    }

    private int add(Schema schema) {
        schemas.add(schema);
        return schemas.size();
    }
}
