package org.graphgarden.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes of front matter that must be written, not refused. */
class ShapesTest {

    private static final String LINKS = """
            graph_garden:
              last_pruned: 2026-01-02
              entities: []
              communities: []
              inferred_links:
                - target: a
                  type: complementary
                  confidence: 0.70
                  reason: "First."

                # about b
                - target: b
                  type: enables # sure
                  confidence: .5
                  reason: "Second."
                  by: hand
            """;

    static Stream<String> shapes() {
        return Stream.of(
                "slug: x\n" + LINKS,
                LINKS + "slug: x\n",
                "slug: x\n" + LINKS + "license: MIT\n",
                "slug: x\n\n# a note\n" + LINKS + "# behind\n\n    # deep behind\nlicense: MIT\n",
                "slug: x\ngraph_garden:\nlicense: MIT\n",
                "slug: x\ngraph_garden: # to come\nlicense: MIT\n",
                "slug: x\ngraph_garden: null # to come\n",
                "slug: x\ngraph_garden: ~\n",
                "slug: x\ngraph_garden: {}\n",
                "slug: x\ngraph_garden: {\n  }\nlicense: MIT\n",
                "slug: x\n\"graph_garden\" : {} # none\n",
                "slug: x\ngraph_garden: {last_pruned: null, entities: [], more: [1, 2]}\nlicense: MIT\n",
                "slug: x\ngraph_garden: {entities: [a, 'b', \"c\"], inferred_links: [{target: a, confidence: 0.90}, b]}\n",
                "slug: x\ngraph_garden: {more: 1}\n",
                "slug: x\ngraph_garden:\n  more: 1\n",
                "slug: x\ngraph_garden:\n  inferred_links:\n  entities: null # none\n  communities: ~\n",
                "slug: x\ngraph_garden:\n    last_pruned:\n    entities:\n        - id: e\n          label: E\n",
                "slug: x\ngraph_garden:\n  entities:\n  - One\n  - 'Two'\n  - \"Three\"\n",
                "slug: x\ngraph_garden:\n  entities:\n  - One # first\n  # two\n  - id: two\n  -\n    id: three\n  - {id: four, k: [v]}\n",
                "slug: x\ngraph_garden:\n  entities:\n  -   id: one\n      label: One\n  -   id: two\n",
                "slug: x\ngraph_garden:\n  entities: [\n    One,\n    'Two, too',\n    {id: three},\n  ]\n  communities: [a]\n",
                "slug: x\ngraph_garden:\n  inferred_links:\n  - target: a\n    reason: 'Shared:\n      one, two'\n    strength: 3\n  - a-string\n",
                "slug: x\ngraph_garden:\n  inferred_links:\n  - target: a\n    reason: >-\n      One\n\n      two\n    confidence: 0.3\n  - target: b\n    reason: |\n      Three\n\n  entities: []\n",
                "slug: x\ngraph_garden:\n  inferred_links:\n  - target: a\n    type:\n    confidence: ~\n    reason: plain\n      over lines # c\n",
                "slug: x\ngraph_garden:\n  entities:\n  - 12\n  - null\n  -\n  - [a, b]\n  - {}\n  - {k: v}\n",
                "slug: x\ngraph_garden:\n  entities:\n    - id: a\n    - id: a\n    - id: a\n      label: A\n",
                "slug: x\ntitle: \"a\tb\"\nsummary: |\n  a\tb\ngraph_garden:\n  entities: [a, \"b\tc\"] #\ttabs\n",
                "# \uD83C\uDF31 seedling \uD83C\uDF3B\nslug: x\ntitle: \"\uD83C\uDF31\uD83C\uDF31\"\n" + LINKS,
                "  slug: x\n  title: Indented\n  license: MIT\n",
                "slug: x\nsummary: |+\n  keep\n\nlicense: MIT\n",
                "slug: x\nsummary: |+\n  keep\n\n" + LINKS + "tail: |+\n  keep\n\n",
                "slug: x\nbase: &b {k: v}\nother: *b\nnested: {<<: *b}\n" + LINKS,
                "slug: x\nodd: !!str 5\n? [complex, key]\n: value\n" + LINKS,
                "slug: x\nlist:\n- a\n- b\n" + LINKS + "list2:\n- a\n",
                "contributors: []\nslug: x\n",
                "slug: x\n# about sources\n# in two lines\nsources: []\nlicense: MIT\n",
                "slug: x\n# trailing\n",
                "slug: x\n# ========================\n# GROUP 1: ONE\n# ========================\nk: v\n"
                        + "# ========================\n# GROUP 2: TWO\n# ========================\nlicense: MIT\n",
                "slug: x\n# ------------\n# One\n# ------------\nk: v\n\n# ------------\n# Two\n# ------------\nsources: []\n",
                "slug: x\n# ====================\n# GRAPH GARDEN\n# ====================\n\n# Provenance\nsources: []\n");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shouldProveEveryRevisionWhenShapeIsSpliced(String front) {
        for (String file : Stream.of(
                        "---\n" + front + "---\nText.\n---\ngraph_garden: no\n",
                        "---\n" + front + "---",
                        "---  \n" + front + "...\t\nNo final newline",
                        "\uFEFF---\n" + front + "---\n",
                        ("---\n" + front + "---\nText.\n").replace("\n", "\r\n"))
                .toList()) {
            byte[] bytes = file.getBytes(UTF_8);
            Map<String, GardenSection> revisions = Revisions.of(Fixtures.section(Fixtures.document(bytes)));
            for (GardenSection revised : revisions.values()) {
                byte[] spliced = SpliceAssertions.spliceAndProve(bytes, revised);
                SpliceAssertions.spliceAndProve(spliced, GardenSection.EMPTY);
            }
        }
    }

    @Test
    void shouldKeepCommentsAndUnknownKeysWhenEntriesComeAndGo() {
        // given
        byte[] file = ("---\nslug: x\n" + LINKS + "---\n").getBytes(UTF_8);
        GardenSection section = Fixtures.section(Fixtures.document(file));
        GardenSection revised = section.withLinks(List.of(section.links().get(1).withConfidence(0.6), Revisions.LINK));

        // when
        byte[] result = SpliceAssertions.spliceAndProve(file, revised);

        // then
        assertThat(new String(result, UTF_8)).isEqualTo("""
                        ---
                        slug: x
                        graph_garden:
                          last_pruned: 2026-01-02
                          entities: []
                          communities: []
                          inferred_links:

                            # about b
                            - target: b
                              type: enables # sure
                              confidence: 0.6
                              reason: "Second."
                              by: hand
                            - target: new-target
                              type: complementary
                              confidence: 0.7
                              reason: "Both say \\"grow\\\\ slowly\\"; # and: share"
                        ---
                        """);
    }

    @Test
    void shouldWriteHouseStyleWhenFileHasNoBlock() {
        // given
        String file = """
                ---
                slug: x
                # =====================
                # GROUP 1: PLOT
                # =====================
                k: v

                # =====================
                # GROUP 7: PROVENANCE
                # =====================
                license: MIT
                ---
                """;

        // when
        byte[] result = SpliceAssertions.spliceAndProve(file.getBytes(UTF_8), Revisions.filled(GardenSection.EMPTY));

        // then
        assertThat(new String(result, UTF_8)).isEqualTo("""
                        ---
                        slug: x
                        # =====================
                        # GROUP 1: PLOT
                        # =====================
                        k: v

                        # =====================
                        # GROUP 2: GRAPH GARDEN (Machine-Written Graph)
                        # =====================
                        graph_garden:
                          last_pruned: 2031-07-04
                          entities:
                            - id: new-entity
                              type: concept
                              label: "New \\"Entity\\": a #1"
                              relevance: 0.88
                          communities:
                            - id: new-community
                              label: "New & Shared"
                              source: inferred
                              confidence: 0.9
                          inferred_links:
                            - target: new-target
                              type: complementary
                              confidence: 0.7
                              reason: "Both say \\"grow\\\\ slowly\\"; # and: share"
                        # =====================
                        # GROUP 7: PROVENANCE
                        # =====================
                        license: MIT
                        ---
                        """);
    }

    @Test
    void shouldFollowFileWhenListHoldsBareStrings() {
        // given
        byte[] file = Fixtures.fixture("bare.md");
        GardenSection section = Fixtures.section(Fixtures.document(file));

        // when
        String result = new String(SpliceAssertions.spliceAndProve(file, Revisions.filled(section)), UTF_8);

        // then
        assertThat(result)
                .contains("entities: [\"Gutter (copper)\", \"First Flush\", 'Overflow', 'New \"Entity\": a #1']\n")
                .contains("  - sharing\n  - new-community\n")
                .contains("    strength: 0.6\n  - target: new-target\n    type: complementary\n");
    }

    @Test
    void shouldKeepHashWhenOnlyTheBlockDiffers() {
        // given
        String without = "---\nslug: x\nlicense: MIT\n---\nText.\n";
        String with = "---\nslug: x\n" + LINKS + "license: MIT\n---\nText.\n";

        // when, then
        assertThat(Fixtures.document(with).contentHash())
                .isEqualTo(Fixtures.document(without).contentHash())
                .isNotEqualTo(Fixtures.document(without.replace("Text", "Test")).contentHash());
    }
}
