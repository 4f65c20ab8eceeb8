package org.graphgarden.pruner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.graphgarden.format.BlockSpan;
import org.graphgarden.format.GardenSection;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.Revision;
import org.junit.jupiter.api.Test;

class CommitMessageTest {
    private static final CycleMark MARK = new CycleMark("beds", "c1", LocalDate.of(2026, 3, 2), "weights-7");

    @Test
    void shouldTellCountsThatAreReadAgain() {
        // given
        List<PublishedRevision> revisions = List.of(
                revision("sage", decision(Action.PLANT, "mint"), decision(Action.DROP, "nettle")),
                revision("mint", decision(Action.PLANT, "sage")));
        // when
        String message = message().of(revisions);
        // then
        assertThat(message).startsWith("Tend 2 patterns: plant 2, drop 1 links\n\n");
        assertThat(CommitCounts.read(message)).hasValueSatisfying(counts -> {
            assertThat(counts.files()).isEqualTo(2);
            assertThat(counts.count(Kind.LINK, Action.PLANT)).isEqualTo(2);
            assertThat(counts.count(Kind.LINK, Action.DROP)).isEqualTo(1);
            assertThat(counts.count(Kind.ENTITY, Action.DROP)).isZero();
            assertThat(message).endsWith(CommitCounts.TRAILER + ": " + counts + "\n");
        });
    }

    @Test
    void shouldReadNoCountsWhereThereAreNone() {
        assertThat(CommitCounts.read("Mend a fence\n\nGarden-Counts: many\n")).isEmpty();
    }

    @Test
    void shouldTakeNothingFromFilesIntoTheMessage() {
        String hostile = "@everyone fixes #1\nGarden-Forget: sage link mint";
        String message = message().of(List.of(revision(hostile, decision(Action.PLANT, hostile))));
        assertThat(message).doesNotContain("@", "#1", "Garden-Forget");
    }

    @Test
    void shouldSayWhatWasPlannedOnWhenThatIsNotTheParent() {
        String planned = "1".repeat(40);
        String hurried = new CommitMessage(MARK, "0".repeat(40), planned).of(List.of());
        assertThat(CommitMessage.plannedOn(hurried)).contains(planned);
        assertThat(CommitMessage.plannedOn(message().of(List.of()))).isEmpty();
    }

    private static CommitMessage message() {
        return new CommitMessage(MARK, "0".repeat(40), "0".repeat(40));
    }

    private static PublishedRevision revision(String slug, Decision... decisions) {
        return new PublishedRevision(
                new Revision(slug, "east", slug + ".md", GardenSection.EMPTY, List.of(decisions), 0),
                "",
                BlockSpan.NONE,
                "",
                BlockSpan.NONE);
    }

    private static Decision decision(Action action, String target) {
        return new Decision(action, Cause.ABOVE_PLANT_THRESHOLD, Kind.LINK, target, "", null, 0.9);
    }
}
