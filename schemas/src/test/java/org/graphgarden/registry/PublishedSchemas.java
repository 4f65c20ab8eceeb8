package org.graphgarden.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Every version of every schema that was ever published, as files {@code <subject>/<version>.avsc}, numbered from 1.
 *
 * @param folder in which the subjects are
 */
record PublishedSchemas(Path folder) {

    static final String PUBLISH =
            "mvn test -pl schemas -Dtest=PublishedSchemasTest -Dschemas.publish=true, and commit the new file";

    /** The versions of a subject, oldest first. */
    List<Schema> versions(String subject) {
        return IntStream.iterate(1, version -> Files.exists(file(subject, version)), version -> version + 1)
                .mapToObj(version -> read(file(subject, version)))
                .toList();
    }

    List<String> subjects() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What forbids a schema to be the newest of its subject. */
    List<String> incompatibilities(String subject, Schema schema) {
        List<String> problems = new ArrayList<>();
        List<Schema> versions = versions(subject);
        for (int i = 0; i < versions.size(); i++) {
            for (String reason : Compatibility.problems(versions.get(i), schema)) {
                problems.add("The schema of " + subject + " is incompatible with its published version " + (i + 1)
                        + ": " + reason + ". Take the change back; add a field with a new name and a default instead.");
            }
        }
        return problems;
    }

    /** Whether the newest published version is this schema, documentation included. */
    boolean isNewest(String subject, Schema schema) {
        List<Schema> versions = versions(subject);
        return !versions.isEmpty()
                && versions.get(versions.size() - 1).toString().equals(schema.toString());
    }

    void publish(String subject, Schema schema) {
        Path file = file(subject, versions(subject).size() + 1);
        try {
            Files.createDirectories(folder.resolve(subject));
            Files.writeString(file, schema.toString(true) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String subject, int version) {
        return folder.resolve(subject).resolve(version + ".avsc");
    }

    private static Schema read(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
