package org.graphgarden.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract check: no schema changes in a way that somebody's reader or writer could not follow. */
class PublishedSchemasTest {

    private static final PublishedSchemas PUBLISHED = new PublishedSchemas(Path.of("src/main/avro-published"));

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldBeCompatibleWithEveryPublishedVersionAndPublishedItself(Topic topic) {
        // given
        Schema current = PortableSchemas.of(topic.schema());

        // then
        assertThat(PUBLISHED.incompatibilities(topic.subject(), current)).isEmpty();
        if (Boolean.getBoolean("schemas.publish") && !PUBLISHED.isNewest(topic.subject(), current)) {
            PUBLISHED.publish(topic.subject(), current);
        }
        assertThat(PUBLISHED.isNewest(topic.subject(), current))
                .as(
                        "The schema of %s is not its newest published version. If the change is meant, run %s.",
                        topic.subject(), PublishedSchemas.PUBLISH)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldShipEveryPublishedVersion(Topic topic) {
        assertThat(PublishedVersions.of(topic)).isNotEmpty().isEqualTo(PUBLISHED.versions(topic.subject()));
    }

    @Test
    void shouldKeepEveryPublishedSubject() {
        assertThat(PUBLISHED.subjects())
                .as("A topic that was published cannot vanish: its name is a contract.")
                .isEqualTo(
                        Stream.of(Topic.values()).map(Topic::subject).sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another type | \"name\": \"a\", \"type\": \"long\", \"default\": 0 | TYPE_MISMATCH",
                "no default   | \"name\": \"b\", \"type\": \"string\" | READER_FIELD_MISSING_DEFAULT_VALUE",
                "nullable     | \"name\": \"a\", \"type\": [\"null\", \"string\"], \"default\": null | TYPE_MISMATCH",
            })
    void shouldRefuseIncompatibleChange(String what, String field, String reason, @TempDir Path folder) {
        // given
        PublishedSchemas published = new PublishedSchemas(folder);
        published.publish("x-value", record("\"name\": \"a\", \"type\": \"string\", \"default\": \"\""));

        // when
        List<String> problems = published.incompatibilities("x-value", record(field));

        // then
        assertThat(problems).as(what).isNotEmpty().allSatisfy(problem -> assertThat(problem)
                .contains("x-value", "published version 1", reason, "Take the change back"));
    }

    @Test
    void shouldRefuseChangeWhenOnlyAnEarlierVersionIsAgainstIt(@TempDir Path folder) {
        // given: the field went away in version 2 and comes back with another type
        PublishedSchemas published = new PublishedSchemas(folder);
        published.publish("x-value", record("\"name\": \"a\", \"type\": \"string\", \"default\": \"\""));
        published.publish("x-value", record("\"name\": \"b\", \"type\": \"string\", \"default\": \"\""));
        Schema third = record("\"name\": \"a\", \"type\": \"long\", \"default\": 0");

        // then
        assertThat(published.versions("x-value")).hasSize(2);
        assertThat(published.incompatibilities("x-value", third)).isNotEmpty().allSatisfy(problem -> assertThat(problem)
                .contains("published version 1"));
    }

    @Test
    void shouldNoticeWhenOnlyDocumentationChanged(@TempDir Path folder) {
        // given
        PublishedSchemas published = new PublishedSchemas(folder);
        Schema schema = record("\"name\": \"a\", \"type\": \"string\", \"default\": \"\"");
        published.publish("x-value", schema);

        // then
        assertThat(published.isNewest("x-value", schema)).isTrue();
        assertThat(published.isNewest(
                        "x-value",
                        record("\"name\": \"a\", \"type\": \"string\", \"doc\": \"New.\", \"default\": \"\"")))
                .isFalse();
    }

    private static Schema record(String field) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"X\", \"fields\": [{" + field + "}]}");
    }
}
