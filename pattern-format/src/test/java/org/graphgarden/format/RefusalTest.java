package org.graphgarden.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    private static final GardenSection REVISED = Revisions.filled(GardenSection.EMPTY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# A page\n\n---\nslug: a\n---\n",
                "----\nslug: a\n---\n",
                "---\ntitle: About\n---\n",
                "---\n---\n",
                "---\n# only a comment\n---\n",
                "---\nlayout: {{ page.layout }}\n---\n",
                "---\nslug:\nid: ~\n---\n",
                " ---\nslug: a\n---\n",
                "---\n\nA text between rules without an end.\n"
            })
    void shouldLeaveFileOutWhenItIsNoPattern(String file) {
        assertThat(PatternReader.read(file.getBytes(UTF_8))).isInstanceOf(ReadResult.NotAPattern.class);
        assertThat(PatternReader.validate(file.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FRONT_MATTER_UNCLOSED, 1, slug: a\\ntitle: b\\n",
        "INVALID_YAML, 3, slug: a\\ntitle: 'b\\n---\\n",
        "INVALID_YAML, 3, slug: a\\ntitle: b: c\\n---\\n",
        "INVALID_YAML, 3, slug: a\\n\\tb: c\\n---\\n",
        "INVALID_YAML, 3, slug: a\\nb: \\7\\n---\\n",
        "INVALID_YAML, 3, slug: a\\n--- # another document\\nb: c\\n---\\n",
        "INVALID_YAML, 3, slug: a\\nb: *nowhere\\n---\\n",
        "DUPLICATE_KEY, 4, slug: a\\ntitle: b\\ntitle: c\\n---\\n",
        "DUPLICATE_KEY, 4, 'slug: a\\nb:\\n- {x: 1, x: 2}\\n---\\n'",
        "DUPLICATE_BLOCK, 4, slug: a\\ngraph_garden:\\ngraph_garden: {}\\n---\\n",
        "NOT_A_MAPPING, 2, - slug: a\\n---\\n"
    })
    void shouldNameLineWhenFileCannotBeRead(ProblemCode code, int line, String escaped) {
        // given
        String file = "---\n" + escaped.translateEscapes();

        // when
        Problem problem = Fixtures.refusal(file);

        // then
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.remedy()).endsWith(".");
        assertThat(PatternReader.validate(file.getBytes(UTF_8))).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOW_FRONT_MATTER, {slug: a}",
        "FLOW_FRONT_MATTER, '{slug: a, graph_garden: {entities: []}}'",
        "BLOCK_ANCHORED, slug: a\\ngraph_garden: &g\\n  entities: []",
        "BLOCK_ANCHORED, slug: a\\ngraph_garden:\\n  entities: &e [a]\\nmore: *e",
        "BLOCK_ANCHORED, slug: a\\nbase: &b [x]\\ngraph_garden:\\n  entities: *b",
        "BLOCK_ANCHORED, slug: a\\nbase: &b {entities: [x]}\\ngraph_garden:\\n  <<: *b",
        "BLOCK_ANCHORED, slug: a\\nbase: &b {entities: [x]}\\ngraph_garden: *b",
        "BLOCK_ANCHORED, slug: a\\n&k graph_garden:\\n  entities: []",
        "BLOCK_TAGGED, slug: a\\ngraph_garden: !!map\\n  entities: []",
        "BLOCK_TAGGED, slug: a\\ngraph_garden:\\n  entities: [!!str a]",
        "BLOCK_TAGGED, slug: a\\ngraph_garden:\\n  entities: !java.net.URL [a]",
        "MERGE_KEY, base: &b {entities: [x]}\\nslug: a\\n<<: *b",
        "BLOCK_NOT_A_MAPPING, slug: a\\ngraph_garden: some text",
        "BLOCK_NOT_A_MAPPING, slug: a\\ngraph_garden: |\\n  entities: []",
        "BLOCK_NOT_A_MAPPING, slug: a\\ngraph_garden: [a; b]",
        "BLOCK_NOT_A_MAPPING, slug: a\\ngraph_garden: true",
        "BLOCK_MISPLACED, slug: a\\n? graph_garden\\n: entities: []",
        "BLOCK_MISPLACED, slug: a\\n? graph_garden",
        "BLOCK_UNINDENTED, 'slug: a\\ngraph_garden:\\n  entities: [\"a\\nb\"]'",
        "BLOCK_UNINDENTED, 'slug: a\\ngraph_garden: {entities: [a]\\n}'",
        "LIST_MALFORMED, slug: a\\ngraph_garden:\\n  inferred_links: {a: b}",
        "LIST_MALFORMED, slug: a\\ngraph_garden:\\n  entities: a",
        "LIST_MALFORMED, 'slug: a\\ngraph_garden:\\n  entities: [a, # why\\n   b]'",
        "OPTED_OUT, slug: a\\ngraph_garden: false",
        "OPTED_OUT, slug: a\\ngraph_garden: No",
        "ODD_LINE_BREAK, 'slug: a\\rtitle: b'"
    })
    void shouldLeaveFileAloneWhenPlaceIsNotSafe(ProblemCode code, String escaped) {
        // given
        String front = escaped.translateEscapes();
        PatternDocument document = Fixtures.document("---\n" + front + "\n---\nText.\n");

        // when
        SpliceResult result = Splicer.splice(document, REVISED);

        // then
        assertThat(result).isInstanceOf(SpliceResult.Refused.class);
        Problem problem = ((SpliceResult.Refused) result).problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.line()).isPositive();
        assertThat(document.optedOut()).isEqualTo(code == ProblemCode.OPTED_OUT);
    }

    @Test
    void shouldRefuseFileWhenItIsNotUtf8() {
        // given
        byte[] file = "---\nslug: a\n---\nText.\nGr\u00fcn.\n".getBytes(ISO_8859_1);

        // when
        Problem problem = Fixtures.refusal(file);

        // then
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_UTF8);
        assertThat(problem.line()).isEqualTo(5);
    }

    @Test
    void shouldRefuseFileWhenItIsTooLarge() {
        String head = "---\nslug: a\n---\n";
        assertThat(Fixtures.refusal(head + "x".repeat(PatternReader.MAX_FILE_BYTES))
                        .code())
                .isEqualTo(ProblemCode.FILE_TOO_LARGE);
        String front = "---\nslug: a\n#" + "x".repeat(PatternReader.MAX_FRONT_MATTER_BYTES) + "\n---\n";
        assertThat(Fixtures.refusal(front).code()).isEqualTo(ProblemCode.FRONT_MATTER_TOO_LARGE);
    }

    @Test
    void shouldLeaveFileAloneWhenSplicedFrontMatterWouldBeTooLarge() {
        // given
        String filler = "#" + "x".repeat(PatternReader.MAX_FRONT_MATTER_BYTES - 20) + "\n";
        PatternDocument document = Fixtures.document("---\nslug: a\n" + filler + "---\n");

        // when
        SpliceResult result = Splicer.splice(document, REVISED);

        // then
        assertThat(result).isInstanceOf(SpliceResult.Refused.class);
    }

    @Test
    void shouldAnswerSoonWhenFrontMatterIsABomb() {
        List<String> bombs = List.of(
                laughs("*"),
                "deep: " + "[".repeat(20_000),
                "deep: " + "{a: ".repeat(20_000),
                "deep:\n" + nested(3_000),
                "deep: " + "- ".repeat(20_000) + "\n",
                "self: &s [*s]\nmore: *s",
                "? ".repeat(10_000),
                "graph_garden:\n  entities:\n" + "  - a\n".repeat(30_000));
        for (String bomb : bombs) {
            byte[] file = ("---\nslug: a\n" + bomb + "\n---\n").getBytes(UTF_8);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                if (PatternReader.read(file) instanceof ReadResult.Pattern pattern) {
                    Splicer.splice(pattern.document(), REVISED);
                    pattern.document().contentHash();
                    pattern.document().warnings();
                }
            });
        }
    }

    private static String laughs(String alias) {
        StringBuilder out = new StringBuilder("l0: &l0 [ha, ha]\n");
        for (int i = 1; i < 40; i++) {
            String before = alias + "l" + (i - 1);
            out.append("l%d: &l%d [%s, %s, %s, %s]%n".formatted(i, i, before, before, before, before));
        }
        return out.toString();
    }

    private static String nested(int depth) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= depth / 10; i++) {
            out.append(" ".repeat(i)).append("k:\n");
        }
        return out.toString();
    }
}
