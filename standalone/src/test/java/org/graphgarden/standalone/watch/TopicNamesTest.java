package org.graphgarden.standalone.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicNamesTest {
    @ParameterizedTest
    @CsvSource({
        "garden.enriched-patterns, ENRICHED_PATTERNS",
        "enriched-patterns, ENRICHED_PATTERNS",
        "enriched, ENRICHED_PATTERNS",
        "revisions, SECTION_REVISIONS",
        "cycles, PRUNE_CYCLES",
        "links, CANDIDATE_LINKS",
        "changes, PATTERN_CHANGES",
        "dead-letters, DEAD_LETTERS",
        "feedback, SECTION_FEEDBACK",
        "pushes, PUSHES",
        "closed, PUSHES_CLOSED",
    })
    void shouldCompleteNames(String name, Topic topic) {
        assertThat(TopicNames.resolve(name)).isEqualTo(topic);
    }

    @Test
    void shouldNameTheChoicesWhenSeveralFit() {
        assertThatThrownBy(() -> TopicNames.resolve("pattern"))
                .hasMessage("topic 'pattern' may be pattern-changes or pattern-profiles or enriched-patterns;"
                        + " write it out");
    }

    @Test
    void shouldFindEveryTopicByItsShortName() {
        assertThat(Topic.values()).allSatisfy(topic -> assertThat(TopicNames.resolve(TopicNames.shortName(topic)))
                .isEqualTo(topic));
    }
}
