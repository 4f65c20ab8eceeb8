package org.graphgarden.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphgarden.inference.text.MarkdownText.Section;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    @Test
    void shouldGroupLinesByHeadingWithoutItsNumber() {
        // given
        String markdown = """
                Before *all*
                headings.

                ## 1. Soil

                > Dig [deep](https://example.org/dig "now"), then <b>rest</b>.

                - turn
                - water
                  well

                ---
                ### Section 2: Seeds & Bulbs

                | bed | crop |
                |---|---|
                | north | `kale` |

                ## Empty
                """;

        // when
        MarkdownText text = MarkdownText.of(markdown);

        // then
        assertThat(text.sections())
                .containsExactly(
                        new Section("", "Before all headings."),
                        new Section("Soil", "Dig deep, then rest.\nturn\nwater well"),
                        new Section("Seeds & Bulbs", "bed | crop\nnorth | kale"));
    }

    @Test
    void shouldCollectStrongPhrasesOnceWithoutNumberAndColon() {
        assertThat(MarkdownText.of("**1. Mulch:** and **mulch paths**\n\n- **Mulch**: again")
                        .emphasised())
                .containsExactly("Mulch", "mulch paths");
    }

    @Test
    void shouldPutASummaryOnOneLine() {
        assertThat(MarkdownText.plain("Grow *food*\n  together.\n\nShare it."))
                .isEqualTo("Grow food together. Share it.");
    }

    @Test
    void shouldReadWhatIsNestedDeeperThanTheStack() {
        // given
        String emphasis = "*a ".repeat(50_000) + "b*".repeat(50_000);
        String quotes = "> ".repeat(50_000) + "deep";

        // when, then
        assertThat(MarkdownText.of(emphasis).sections()).isNotEmpty();
        assertThat(MarkdownText.of(quotes).sections()).hasSize(1);
    }

    @Property(seed = "1")
    void shouldReadAnything(@ForAll String markdown) {
        assertThat(MarkdownText.of(markdown).sections())
                .allSatisfy(section -> assertThat(section.text()).isNotBlank());
    }
}
