package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.graphgarden.pruner.cycle.CycleReport;
import org.graphgarden.pruner.publish.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole cycles over real Git, with a forge beside it. */
class PullRequestModeTest {
    private static final String BRANCH = "graph-garden/open";

    private final ProposedBed bed;
    private final ForgeStandIn forge = new GitHubStandIn();

    PullRequestModeTest(@TempDir Path temp) throws Exception {
        RealGit.require("git");
        bed = new ProposedBed(temp);
    }

    @BeforeEach
    void firstCycle() {
        assertThat(bed.cycle("c1", forge).outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @AfterEach
    void close() {
        assertThat(forge.breaches).isEmpty();
        forge.close();
        bed.close();
    }

    private static String request(CycleReport report) {
        return report.publications().get(0).request();
    }

    private ForgeStandIn.Request request(int number) {
        return forge.requests.get(number - 1);
    }

    @Test
    void shouldProposeItsBranchWithTheReport() throws Exception {
        ForgeStandIn.Request request = request(1);
        assertThat(forge.requests).hasSize(1);
        assertThat(request.head).isEqualTo(BRANCH);
        assertThat(request.base).isEqualTo("main");
        assertThat(request.title).isEqualTo("Tend 2 patterns: plant 2, drop 0 links");
        assertThat(request.body)
                .contains("links planted | 2 | above plant threshold", "`compost` in `compost.md`")
                .contains("How to disagree", "Garden-Cycle: garden/c1");
        assertThat(request.labels).containsExactly("garden");
        assertThat(bed.tip(BRANCH)).isNotEmpty();
    }

    @Test
    void shouldBringBranchAndRequestUpToDateWhenMainMoved() throws Exception {
        // given
        bed.write("rain-barrel", "Catch what the roof sheds, and use it.");
        bed.push("Say what for");
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(request(report)).isEqualTo(forge.url(request(1)));
        assertThat(forge.requests).hasSize(1);
        assertThat(request(1).body).contains("Garden-Cycle: garden/c2");
        assertThat(RealGit.git(bed.hosted.folder(), "rev-parse", BRANCH + "^")).isEqualTo(bed.hosted.head());
    }

    @Test
    void shouldNotMoveTheBranchForACommitThatComesToTheSame() throws Exception {
        // given
        String tip = bed.tip(BRANCH);
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(report.publications().get(0).commit()).isEqualTo(tip);
        assertThat(bed.tip(BRANCH)).isEqualTo(tip);
        assertThat(request(report)).isEqualTo(forge.url(request(1)));
        assertThat(request(1).body).contains("Garden-Cycle: garden/c1");
    }

    @Test
    void shouldLeaveTheRequestClosedWhileThereIsNothingElseToPropose() throws Exception {
        // given
        forge.tip = bed.tip(BRANCH);
        forge.close(request(1));
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(report.publications().get(0).message()).contains("was closed and stays so");
        assertThat(forge.requests).hasSize(1);
    }

    @Test
    void shouldComeBackOnlyWithSomethingThatTheClosedRequestDidNotHold() throws Exception {
        // given
        String tip = bed.tip(BRANCH);
        forge.tip = tip;
        forge.close(request(1));
        // when: main moves, and the dates of the revisions with it
        bed.write("rain-barrel", "Catch it all.");
        bed.push("Catch it all");
        bed.later(8);
        CycleReport dates = bed.cycle("c2", forge);
        // then
        assertThat(dates.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(dates.message()).contains("pull request " + forge.url(request(1)) + " was closed");
        assertThat(bed.tip(BRANCH)).isEqualTo(tip);
        assertThat(forge.requests).hasSize(1);
        // when: there is less of the same to propose
        bed.write("worm-bin", "Let worms do the turning.", "graph_garden: false");
        bed.push("Leave the worms alone");
        CycleReport less = bed.cycle("c3", forge);
        // then
        assertThat(less.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(forge.requests).hasSize(1);
        // when: there is another link
        bed.enriched.add(ProposedBed.enriched("rain-barrel", "compost"));
        CycleReport more = bed.cycle("c4", forge);
        // then
        assertThat(more.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(request(more)).isEqualTo(forge.url(request(2)));
    }

    @Test
    void shouldNotForgetWhatWasClosedWhenTheForgeCannotBeAsked() throws Exception {
        // given
        String tip = bed.tip(BRANCH);
        forge.tip = tip;
        forge.close(request(1));
        bed.write("rain-barrel", "Catch it all.");
        bed.push("Catch it all");
        forge.fail("GET", 403, "{\"message\": \"Suspended\"}");
        // when
        CycleReport failed = bed.cycle("c2", forge);
        CycleReport again = bed.cycle("c3", forge);
        // then
        assertThat(failed.outcome()).isEqualTo(Outcome.REQUEST_FAILED);
        assertThat(failed.message()).contains("Suspended");
        assertThat(again.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(bed.tip(BRANCH)).isEqualTo(tip);
        assertThat(forge.requests).hasSize(1);
    }

    @Test
    void shouldCloseTheRequestWhenNothingIsLeftToChange() throws Exception {
        // given
        bed.enriched.clear();
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(report.message()).contains("its pull request was closed");
        assertThat(request(report)).isEqualTo(forge.url(request(1)));
        assertThat(request(1).state).isEqualTo("closed");
        assertThat(request(1).comments).singleElement().asString().contains("Nothing of this is left to change");
        assertThat(bed.tip(BRANCH)).isEmpty();
    }

    @Test
    void shouldLeaveTheRequestOpenWhileItIsNotKnownWhetherNothingIsLeft() throws Exception {
        // given
        bed.enriched.clear();
        bed.cut = bed.hosted.head();
        bed.write("compost", "Turn scraps into earth.");
        bed.push("Say it in other words");
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(request(1).state).isEqualTo("open");
        assertThat(bed.tip(BRANCH)).isNotEmpty();
    }

    @Test
    void shouldLeaveTheRequestOpenThatHoldsAStewardsCommits() throws Exception {
        // given
        bed.enriched.clear();
        bed.steward("fetch", "-q");
        bed.steward("checkout", "-q", "-b", BRANCH, "origin/" + BRANCH);
        bed.push("Take one out");
        bed.steward("checkout", "-q", "main");
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(request(1).state).isEqualTo("open");
    }

    @Test
    void shouldOpenAnotherAfterAMerge() throws Exception {
        // given
        bed.steward("fetch", "-q");
        bed.steward("merge", "-q", "--no-ff", "-m", "Merge pull request", "origin/" + BRANCH);
        bed.steward("push", "-q", "origin", "main");
        request(1).state = "closed";
        // when
        CycleReport nothing = bed.cycle("c2", forge);
        bed.later(60);
        CycleReport report = bed.cycle("c3", forge);
        // then
        assertThat(nothing.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(forge.requests).hasSize(2);
        assertThat(request(report)).isEqualTo(forge.url(request(2)));
    }

    @Test
    void shouldOpenAnotherWhenAStewardClosedIt() throws Exception {
        // given
        request(1).state = "closed";
        RealGit.git(bed.hosted.folder(), "branch", "-D", BRANCH);
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(request(report)).isEqualTo(forge.url(request(2)));
    }

    @Test
    void shouldLeaveAStewardsCommitsAloneAndNameTheRequest() throws Exception {
        // given
        bed.steward("fetch", "-q");
        bed.steward("checkout", "-q", "-b", BRANCH, "origin/" + BRANCH);
        bed.push("Take one out");
        bed.steward("checkout", "-q", "main");
        bed.write("rain-barrel", "Catch it all.");
        bed.push("Catch it all");
        String tip = bed.tip(BRANCH);
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.FOREIGN_BRANCH);
        assertThat(report.message()).contains(BRANCH, forge.url(request(1)));
        assertThat(bed.tip(BRANCH)).isEqualTo(tip);
    }

    @Test
    void shouldGoOnWhenABranchWithAStewardsCommitsWasSquashedAndKeepThese() throws Exception {
        // given
        bed.steward("fetch", "-q");
        bed.steward("checkout", "-q", "-b", BRANCH, "origin/" + BRANCH);
        bed.write("rain-barrel", "Catch what the roof sheds, and use it.");
        bed.push("Say what for");
        String tip = bed.tip(BRANCH);
        bed.steward("checkout", "-q", "main");
        bed.steward("merge", "-q", "--squash", BRANCH);
        bed.push("Tend 2 patterns (#1)\n\nGarden-Cycle: garden/c1");
        request(1).state = "merged";
        bed.enriched.add(ProposedBed.enriched("rain-barrel", "compost"));
        // when
        CycleReport report = bed.cycle("c2", forge);
        // then
        String kept = "graph-garden/squashed-" + tip.substring(0, 12);
        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.message()).contains(BRANCH + " had been squashed; its commits stay on " + kept);
        assertThat(bed.tip(kept)).isEqualTo(tip);
        assertThat(RealGit.git(bed.hosted.folder(), "rev-parse", BRANCH + "^")).isEqualTo(bed.hosted.head());
        assertThat(request(report)).isEqualTo(forge.url(request(2)));
    }

    @Test
    void shouldMakeUpForARequestThatAKilledRunNeverMade() {
        // given
        forge.requests.clear();
        // when
        CycleReport again = bed.cycle("c1", forge);
        // then
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(forge.requests).hasSize(1);
        assertThat(request(again)).isEqualTo(forge.url(request(1)));
    }

    @Test
    void shouldProposeNothingWhenTheCommitOfTheCycleIsMergedAlready() throws Exception {
        // given
        bed.steward("fetch", "-q");
        bed.steward("merge", "-q", "--ff-only", "origin/" + BRANCH);
        bed.steward("push", "-q", "origin", "main");
        request(1).state = "closed";
        // when
        CycleReport again = bed.cycle("c1", forge);
        // then
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(request(again)).isEmpty();
        assertThat(forge.requests).hasSize(1);
    }

    @Test
    void shouldSayThatTheCommitStandsButIsNotProposed() throws Exception {
        // given
        forge.requests.clear();
        forge.fail("POST", 403, "{\"message\": \"Resource not accessible by personal access token\"}");
        // when
        CycleReport failed = bed.cycle("c1", forge);
        CycleReport mended = bed.cycle("c2", forge);
        // then
        assertThat(failed.outcome()).isEqualTo(Outcome.REQUEST_FAILED);
        assertThat(failed.message()).contains("not accessible", "Pull requests and Contents");
        assertThat(failed.publications().get(0).commit()).isEqualTo(bed.tip(BRANCH));
        assertThat(request(mended)).isEqualTo(forge.url(request(1)));
    }
}
