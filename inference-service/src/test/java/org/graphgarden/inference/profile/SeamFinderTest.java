package org.graphgarden.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.junit.jupiter.api.Test;

class SeamFinderTest {
    private static final ProfileBuilder BUILDER = new ProfileBuilder(SentenceModel.NONE);

    @Test
    void shouldFindNoSeamInPlainProse() {
        assertThat(pieces("Water goes\n  down. It\u00a0stays there."))
                .containsExactly("Water goes down. It stays there.");
    }

    @Test
    void shouldPartWhereMarksStand() {
        assertThat(pieces("A *deep* bed of [old straw](straw.md) &amp; leaves, 3 \\* 4\\\nfeet"))
                .containsExactly("A ", "deep", " bed of ", "old straw", " &", " leaves, 3 ", "* 4", " feet");
    }

    @Test
    void shouldPartASummaryWhereYamlWritesItOtherwise() {
        // given
        PatternFacts plain = Facts.of("heap", "Heap", "It's warm", "");
        PatternFacts quoted = new PatternFacts(
                "heap",
                "",
                "Heap",
                List.of(),
                "It's warm",
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                "summary: 'It''s warm'",
                "");

        // when, then
        assertThat(BUILDER.profile(plain, Set.of()).seams().spare(5, 14)).isTrue();
        assertThat(BUILDER.profile(quoted, Set.of()).seams().offsets()).containsExactly(8, 15);
    }

    @Test
    void shouldQuoteNothingBehindMoreSeamsThanProseHas() {
        // given
        Profile profile = profile("*a* ".repeat(400).concat("\n\n").repeat(60) + "\n\nWater goes down.");
        int end = profile.sections().get(0).text().length();

        // when, then
        assertThat(profile.seams().offsets()).hasSize(10_000);
        assertThat(profile.seams().spare(end - 5, end)).isFalse();
    }

    @Property(seed = "1", tries = 300)
    void shouldFindWhatLiesBetweenSeamsInTheFile(@ForAll("markdown") String body) {
        assertThat(pieces(body)).allSatisfy(piece -> assertThat(
                        piece.length() == 1 || oneLine(body).contains(piece))
                .as(piece)
                .isTrue());
    }

    @Provide
    Arbitrary<String> markdown() {
        return Arbitraries.of(
                        "water ",
                        "goes",
                        " down",
                        "*",
                        "**",
                        "_",
                        "`",
                        "[a](b)",
                        "\\*",
                        "&amp;",
                        "<b>",
                        "\n",
                        "\n\n",
                        "- ",
                        "| a | b |\n|---|---|\n",
                        "> ",
                        "  \n",
                        "# Head\n\n",
                        "ü",
                        "\t")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private static Profile profile(String body) {
        return BUILDER.profile(Facts.of("heap", "Heap", "", body), Set.of());
    }

    /** What lies between the seams of the sections, line by line. */
    private static List<String> pieces(String body) {
        Profile profile = profile(body);
        List<String> pieces = new ArrayList<>();
        int at = "Heap\n\n".length();
        for (TextSection section : profile.sections()) {
            for (String line : section.text().split("\n")) {
                int from = 0;
                for (int seam : profile.seams().between(at, at + line.length())) {
                    pieces.add(line.substring(from, seam - at));
                    from = seam - at;
                }
                pieces.add(line.substring(from));
                assertThat(profile.seams().spare(at + from, at + line.length())).isTrue();
                at += line.length() + 1;
            }
        }
        return pieces;
    }

    private static String oneLine(String text) {
        return text.replaceAll("(?U)\\s+", " ").strip();
    }
}
