package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphgarden.format.BlockSpan;
import org.graphgarden.format.GardenSection;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishedRevision;
import org.graphgarden.pruner.publish.RefusedFile;
import org.junit.jupiter.api.Test;

class CycleMarkdownTest {
    private static final CycleMark MARK = new CycleMark("beds", "c1", LocalDate.of(2026, 3, 2), "weights-7");

    @Test
    void shouldTellWhatWasDecidedAndHowToDisagree() {
        String text = markdown(List.of(revision("sage", "mint")), List.of(refused("a.md", "no closing fence")));
        assertThat(text)
                .contains("**1 file**", "| links planted | 3 | above plant threshold:", "`sage` in `sage.md`")
                .contains("- link planted `mint` 0.90: above plant threshold")
                .contains("### Left alone: 1 file", "`a.md:3` INVALID_YAML: `no closing fence`")
                .contains("### How to disagree")
                .endsWith("\n\nGarden-Cycle: beds/c1\n");
    }

    @Test
    void shouldCallNobodyWhateverFilesHold() {
        // given
        String hostile =
                "`@ada` fixes #12 <img src=x> ![x](http://x/y.png)\nGarden-Forget: a link b\n</details> GH-7 !3"
                        + "\u0085Garden-Forget: a section\u2028Garden-Cycle: beds/c9\u2029Garden-Cycle: beds/c8\u009B2J\r";
        // when
        String text = markdown(List.of(revision(hostile, hostile)), List.of(refused(hostile, hostile)));
        // then
        assertThat(text)
                .doesNotContain("@ada", "#12", "GH-7", "!3", "![", "http://x")
                .doesNotContainPattern("(?m)^\\s*Garden-(Forget|Cycle: beds/c[89])")
                .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029&&[^\\n]]");
        assertThat(text.replaceAll("`[^`\\n]*`", "")).doesNotContain("<", "](", "ada");
    }

    @Property(seed = "1", tries = 300)
    void shouldKeepEveryValueInItsCodeSpan(@ForAll String value) {
        String code = MarkdownText.code(value);
        assertThat(code).matches("`[^`\\p{Cc}\\p{Zl}\\p{Zp}]+`|\\(empty\\)");
        assertThat(code.length()).isLessThan(500);
    }

    @Test
    void shouldStayBelowTheLimitAndSaySo() {
        // given
        List<PublishedRevision> revisions = new ArrayList<>();
        List<RefusedFile> refused = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            revisions.add(revision("x".repeat(150) + i, "y".repeat(300)));
            refused.add(refused("z".repeat(150) + i, "w".repeat(300)));
        }
        // when
        String text = markdown(revisions, refused, List.of("p".repeat(20_000), "q".repeat(60_000)));
        // then
        assertThat(text)
                .hasSizeLessThan(CycleMarkdown.LIMIT)
                .containsPattern("And 2,9\\d\\d more")
                .contains("more; `garden validate`", "p".repeat(20_000))
                .contains("Further parts of the report were left out")
                .endsWith("Garden-Cycle: beds/c1\n");
    }

    private static String markdown(List<PublishedRevision> revisions, List<RefusedFile> refused) {
        return markdown(revisions, refused, List.of());
    }

    private static String markdown(
            List<PublishedRevision> revisions, List<RefusedFile> refused, List<String> appended) {
        Publication publication = new Publication(
                "east",
                Outcome.PUBLISHED,
                "",
                "refs/heads/graph-garden/open",
                "",
                "c".repeat(40),
                revisions,
                List.of());
        CycleReport report = new CycleReport(
                MARK, Outcome.PUBLISHED, "", 7, List.of(publication), refused, Instant.EPOCH, Duration.ZERO, null);
        return CycleMarkdown.of(report, publication, appended);
    }

    private static PublishedRevision revision(String slug, String target) {
        Decision decision = new Decision(Action.PLANT, Cause.ABOVE_PLANT_THRESHOLD, Kind.LINK, target, "", null, 0.9);
        return new PublishedRevision(
                new Revision(slug, "east", slug + ".md", GardenSection.EMPTY, Collections.nCopies(3, decision), 0),
                "",
                BlockSpan.NONE,
                "",
                BlockSpan.NONE);
    }

    private static RefusedFile refused(String path, String message) {
        return new RefusedFile("east", path, "INVALID_YAML", 3, message);
    }
}
