package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.GitGarden;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of links in the cycle after their target was renamed or removed; history alone tells. */
class LineageCycleTest {
    private GitGarden garden;

    @BeforeEach
    void linkCompostToTheWormBin(@TempDir Path folder) throws Exception {
        garden = new GitGarden(folder);
        assertThat(run("c1", "worm-bin").outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @AfterEach
    void close() {
        garden.close();
    }

    private CycleReport run(String cycle, String target) {
        return run(GitGarden.mark(cycle), target);
    }

    private CycleReport run(CycleMark mark, String target) {
        Candidate candidate = new Candidate(target, "complementary", 0.97, "Both turn scraps.");
        Enriched compost = new Enriched("compost", List.of(), List.of(), List.of(candidate), Set.of());
        CycleRequest request = new CycleRequest(mark, Map.of(), List.of(compost), Feedback.NONE, false);
        PrunedGarden pruned = new PrunedGarden(
                "garden", List.of(garden.site()), Policy.DEFAULT, Publishing.DEFAULT.withMode(PublishMode.DIRECT));
        return Cycle.run(pruned, request, CycleListener.SILENT, GitGarden.surroundings(pause -> {}));
    }

    private static List<Decision> decisions(CycleReport report) {
        return report.revisions().stream()
                .flatMap(revision -> revision.revision().decisions().stream())
                .toList();
    }

    private void remove(String slug) throws Exception {
        garden.git.rm().addFilepattern("patterns/" + slug + ".md").call();
    }

    @Test
    void shouldRetargetWhenThePatternWasRenamedTwice() throws Exception {
        // given: once with another body, known by its id; once with another id, known by its body
        remove("worm-bin");
        garden.write("patterns/worm-box.md", "---\nid: pat-worm-bin\nslug: worm-box\n---\n\nWorms live here.\n")
                .commit("Call it a box");
        garden.pattern("hedge", "Grow a fence.").commit("Grow a hedge");
        remove("worm-box");
        garden.write("patterns/worm-hotel.md", "---\nslug: worm-hotel\n---\n\nWorms live here.\n")
                .commit("Call it a hotel");
        // when
        CycleReport report = run("c2", "worm-hotel");
        // then
        assertThat(decisions(report))
                .extracting(Decision::action, Decision::cause, Decision::id, Decision::detail)
                .containsExactly(tuple(Action.RETARGET, Cause.TARGET_RENAMED, "worm-bin", "now worm-hotel"));
        assertThat(garden.file("main", "patterns/compost.md")).contains("target: worm-hotel");
        assertThat(run("c3", "worm-hotel").outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
    }

    @Test
    void shouldRetargetWhenOnlyTheSlugInsideTheFileChanged() throws Exception {
        // given
        garden.write("patterns/worm-bin.md", "---\nid: pat-x\nslug: worm-box\n---\n\nLet worms do the turning.\n")
                .commit("Change the slug");
        // when
        CycleReport report = run("c2", "worm-box");
        // then
        assertThat(decisions(report)).extracting(Decision::cause).containsExactly(Cause.TARGET_RENAMED);
    }

    @Test
    void shouldDropWithTheCommitWhenThePatternWasRemoved() throws Exception {
        // given
        remove("worm-bin");
        String removal = garden.commit("Take the worm bin away");
        garden.pattern("hedge", "Grow a fence.").commit("Grow a hedge");
        // when
        CycleReport report = run("c2", "hedge");
        // then
        assertThat(decisions(report))
                .extracting(Decision::action, Decision::cause, Decision::id, Decision::detail)
                .containsExactly(
                        tuple(Action.DROP, Cause.TARGET_REMOVED, "worm-bin", "commit " + removal.substring(0, 12)),
                        tuple(Action.PLANT, Cause.ABOVE_PLANT_THRESHOLD, "hedge", ""));
    }

    @Test
    void shouldFindTheCommitBehindAMergeThatBroughtTheRemoval() throws Exception {
        // given
        garden.git.checkout().setCreateBranch(true).setName("tidy").call();
        remove("worm-bin");
        garden.commit("Take the worm bin away");
        garden.git.checkout().setName("main").call();
        garden.pattern("hedge", "Grow a fence.").commit("Grow a hedge");
        garden.git
                .merge()
                .include(garden.commitAt("tidy"))
                .setMessage("Merge tidy")
                .call();
        String merge = garden.head("main");
        // when
        CycleReport report = run("c2", "elsewhere");
        // then
        assertThat(decisions(report)).extracting(Decision::detail).containsExactly("commit " + merge.substring(0, 12));
    }

    @Test
    void shouldWeakenWhatAGardenCommitLeftInTheFileAndDropWhatPeopleAdded() throws Exception {
        // given: a steward adds one beside the link that was planted, and inference supports neither any longer
        String file = garden.file("main", "patterns/compost.md");
        String link = file.substring(file.indexOf("    - target: worm-bin"), file.indexOf("---", 10));
        garden.write("patterns/compost.md", file.replace(link, link + link.replace("worm-bin", "rain-barrel")))
                .commit("Link to the barrel, too");
        // when
        CycleMark later = new CycleMark("garden", "c2", GitGarden.TODAY.plusDays(45), "test-1");
        CycleReport report = run(later, "elsewhere");
        // then
        assertThat(decisions(report))
                .extracting(Decision::action, Decision::cause, Decision::id, Decision::after)
                .containsExactly(
                        tuple(Action.WEAKEN, Cause.NOT_REAFFIRMED, "worm-bin", .68),
                        tuple(Action.DROP, Cause.BELOW_DROP_THRESHOLD, "rain-barrel", null));
    }
}
