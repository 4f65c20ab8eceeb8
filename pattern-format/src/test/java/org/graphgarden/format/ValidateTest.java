package org.graphgarden.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValidateTest {

    @Test
    void shouldNameEveryProblemWhenSectionIsDoubtful() {
        // given
        String file = """
                ---
                id: x
                graph_garden:
                  last_pruned: soon
                  entitys: []
                  entities:
                    - id: a
                      relevance: 1.5
                    - id: a
                    - {}
                  inferred_links:
                    - target: x
                      type: likes
                      confidence: much
                      shade: green
                ---
                """;

        // when, then
        assertThat(PatternReader.validate(file.getBytes(UTF_8)))
                .extracting(Problem::code, Problem::line)
                .containsExactly(
                        tuple(ProblemCode.NO_SLUG, 1),
                        tuple(ProblemCode.NO_TITLE, 1),
                        tuple(ProblemCode.BAD_DATE, 4),
                        tuple(ProblemCode.UNKNOWN_KEY, 5),
                        tuple(ProblemCode.OUT_OF_RANGE, 8),
                        tuple(ProblemCode.DUPLICATE_ENTRY, 9),
                        tuple(ProblemCode.UNREADABLE_ENTRY, 10),
                        tuple(ProblemCode.SELF_LINK, 12),
                        tuple(ProblemCode.UNKNOWN_LINK_TYPE, 13),
                        tuple(ProblemCode.OUT_OF_RANGE, 14),
                        tuple(ProblemCode.UNKNOWN_KEY, 15));
    }

    @Test
    void shouldSayWhyFileWouldNotBeWrittenWhenBlockIsAnchored() {
        // given
        String file = "---\nslug: x\ntitle: X\ngraph_garden: &g\n  entities: []\n---\n";

        // when, then
        assertThat(PatternReader.validate(file.getBytes(UTF_8)))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.BLOCK_ANCHORED);
    }

    @Test
    void shouldFindNothingWhenFixturesAreSound() {
        assertThat(PatternReader.validate(Fixtures.fixture("older.md"))).isEmpty();
        assertThat(PatternReader.validate("---\nslug: x\ntitle: X\ngraph_garden: false\n---\n".getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void shouldHaveARemedyWhateverTheProblem() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::remedy))
                .allSatisfy(remedy -> assertThat(remedy).endsWith(".").hasSizeGreaterThan(20));
    }
}
