package org.graphgarden.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicCatalogueTest {

    private final TopicCatalogue catalogue = new TopicCatalogue(2, 8, (short) 1);

    @Test
    void shouldGiveEveryTopicThePartitionsOfItsKind() {
        assertThat(catalogue.partitions(Topic.PATTERN_CHANGES)).isEqualTo(8);
        assertThat(catalogue.partitions(Topic.PATTERN_PROFILES)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldFindTopicByItsName(Topic topic) {
        assertThat(Topic.named(topic.topicName())).contains(topic);
        assertThat(topic.subject()).isEqualTo(topic.topicName() + "-value");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldSetRetentionExactlyWhenRecordsAreDeleted(Topic topic) {
        assertThat(topic.retention().isPresent()).isEqualTo(topic.cleanup().deletes());
        assertThat(catalogue.settings(topic).containsKey("retention.ms"))
                .isEqualTo(topic.cleanup().deletes());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldCompactTablesSoonAndWhatPushesAreMadeOfLate(Topic topic) {
        assertThat(catalogue.settings(topic).keySet())
                .filteredOn(setting -> setting.equals("min.compaction.lag.ms") || setting.equals("segment.bytes"))
                .hasSize(topic.cleanup().compacts() ? 1 : 0);
        assertThat(catalogue.settings(Topic.PATTERN_PROFILES)).containsKey("min.compaction.lag.ms");
        assertThat(catalogue.settings(Topic.ENRICHED_PATTERNS)).containsKey("segment.bytes");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldDocumentEveryFieldAndGiveItADefault(Topic topic) {
        check(topic.schema());
    }

    @Test
    void shouldRefuseCatalogueWithoutPartitions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicCatalogue(0, 1, (short) 1))
                .withMessage("gardenPartitions is 0, but has to be 1 or more");
    }

    private static void check(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                schema.getFields().forEach(field -> {
                    String name = schema.getName() + "." + field.name();
                    assertThat(field.doc()).as("documentation of " + name).isNotBlank();
                    assertThat(field.hasDefaultValue()).as("default of " + name).isTrue();
                    check(field.schema());
                });
            }
            case ENUM ->
                assertThat(schema.getEnumDefault()).as(schema.getFullName()).isNotNull();
            case ARRAY -> check(schema.getElementType());
            case UNION -> schema.getTypes().forEach(TopicCatalogueTest::check);
            case MAP -> throw new AssertionError("maps have no order: use a sorted array instead of " + schema);
            default -> assertThat(schema.getType()).isNotIn(Schema.Type.FIXED);
        }
    }
}
