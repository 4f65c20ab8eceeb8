package org.graphgarden.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.graphgarden.topics.Topic;

/** Every version of every topic's schema that was ever published, for who reads what earlier builds wrote without a registry. */
public final class PublishedVersions {
    private PublishedVersions() {}

    /** The versions of the topic's values, oldest first; the last is what this build writes. */
    public static List<Schema> of(Topic topic) {
        List<Schema> versions = new ArrayList<>();
        try {
            while (true) {
                String name = "published/" + topic.subject() + "/" + (versions.size() + 1) + ".avsc";
                try (InputStream file = PublishedVersions.class.getResourceAsStream(name)) {
                    if (file == null) {
                        return List.copyOf(versions);
                    }
                    versions.add(new Schema.Parser().parse(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
