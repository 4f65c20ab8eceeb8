package org.graphgarden.ingest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What histories say that are no straight line, and what our own branches say. */
class FeedbackOnMergesTest {

    private static final String BRANCH = "graph-garden/2026-03-01";
    private static final String REJECTED = "mint LINK sage REJECTED by Ada at 0.8";
    private static final String PINNED = "mint LINK sage PINNED by Ada";

    private final Past past;
    private final Path source;
    private final Page wild = new Page("mint").section("no");
    private final Page tended =
            wild.but(page -> page.section("yes").link("sage", "0.8").link("dill", "0.7"));
    private final Page without = tended.but(page -> page.drop("sage"));
    private final Page edited = tended.but(page -> page.link("sage", "0.95"));
    private String first = "";
    private String onward = "";

    FeedbackOnMergesTest(@TempDir Path temp) throws Exception {
        this.past = new Past(temp);
        this.source = temp.resolve("beds");
    }

    @BeforeEach
    void begin() {
        first = past.commit("first", wild);
        onward = past.commit("main goes on", new Page("rue").section("no"), first);
    }

    @AfterEach
    void close() {
        past.close();
    }

    private String edit(String message, Consumer<Page> change, String... parents) {
        return past.commit(message, past.page(parents[0], "mint.md").but(change), parents);
    }

    @Test
    void shouldSayNothingWhenOurBranchIsMerged() {
        // given
        String ours = past.commit(Past.OURS, tended, first);

        // when, then
        assertThat(past.feedback(past.commit("Merge", tended, onward, ours))).isEmpty();
        assertThat(past.feedback(past.commit("Merge\n\nGarden-Cycle: beds/1", tended, onward, ours)))
                .isEmpty();
    }

    @Test
    void shouldNameTheEditAndNotTheMergeWhenABranchWithIt() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String edit = past.commit("no sage", without, ours);

        // when
        String merge = past.by("Bo").commit("Merge", without, onward, edit);

        // then
        assertThat(past.feedback(merge)).containsExactly(REJECTED);
        assertThat(past.only(merge).commit()).isEqualTo(edit);
    }

    @Test
    void shouldKeepWhatMainSaysWhenAnOldBranchIsMerged() {
        // given: a topic branch from before the rejection
        String ours = past.commit(Past.OURS, tended, first);
        String topic = edit("text", page -> page.body("New text"), ours);
        String main = past.commit("no sage", without, ours);

        // when
        String merge = past.commit("Merge", without.but(page -> page.body("New text")), main, topic);
        String other = past.commit("Merge", without.but(page -> page.body("New text")), topic, main);

        // then
        assertThat(past.feedback(merge)).containsExactly(REJECTED);
        assertThat(past.feedback(other)).containsExactly(REJECTED);
    }

    @Test
    void shouldBlameTheMergeWhenNothingElseExplainsTheRemoval() {
        // given
        String ours = past.commit(Past.OURS, tended, first);

        // when
        String evil = past.commit("Merge", without, onward, ours);

        // then
        assertThat(past.feedback(evil)).containsExactly(REJECTED);
        assertThat(past.only(evil).commit()).isEqualTo(evil);
    }

    @Test
    void shouldPinForTheStewardWhenGitMergesLinesOfBoth() {
        // given: we move the confidence while somebody edits another field
        String ours = past.commit(
                Past.OURS, tended.but(page -> page.entity("shade", "Shade").community("herbs", "0.5")), first);
        String again = edit(Past.OURS, page -> page.community("herbs", "0.9"), ours);
        String main = edit("own words", page -> page.entity("shade", "Deep shade"), ours);

        // when
        String merge = past.by("Bo")
                .commit("Merge", past.page(main, "mint.md").but(page -> page.community("herbs", "0.9")), main, again);

        // then
        assertThat(past.feedback(merge)).containsExactly("mint ENTITY shade PINNED by Ada");
    }

    @Test
    void shouldSayNothingWhenTwoOfOurBranchesAreMixed() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String one = edit(Past.OURS, page -> page.link("sage", "0.9"), ours);
        String other = edit(Past.OURS, page -> page.link("dill", "0.9"), ours);

        // when
        String merge =
                past.commit("Merge", past.page(one, "mint.md").but(page -> page.link("dill", "0.9")), one, other);

        // then
        assertThat(past.feedback(merge)).isEmpty();
    }

    @Test
    void shouldRejectWhenAStewardDeletesWhatWeDropAtTheSameTime() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String dropped = edit(Past.OURS, page -> page.drop("sage"), ours);
        String deleted = past.commit("no sage", without, ours);

        // when, then
        assertThat(past.feedback(past.commit("Merge", without, dropped, deleted)))
                .containsExactly(REJECTED);
        assertThat(past.feedback(past.commit("Merge", without, deleted, dropped)))
                .containsExactly(REJECTED);
    }

    @Test
    void shouldHearEveryParentWhenAnOctopusIsMerged() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String one = past.commit("no sage", without, ours);
        String two = past.by("Bo").commit("no dill", tended.but(page -> page.drop("dill")), ours);
        String three = past.by("Cy").commit("rue", new Page("rue").body("More"), ours);

        // when
        String octopus =
                past.commit("Merge", Map.of("mint.md", without.but(page -> page.drop("dill"))), three, two, one);

        // then
        assertThat(past.feedback(octopus)).containsExactly("mint LINK dill REJECTED by Bo at 0.7", REJECTED);
    }

    @Test
    void shouldKeepTheNewerWordWhenMergesCrossEachOther() {
        // given: both sides merge each other, one of them puts the link back
        String ours = past.commit(Past.OURS, tended, first);
        String left = past.commit("no sage", without, ours);
        String right = edit("text", page -> page.body("New"), ours);
        String one = past.commit("Merge", without.but(page -> page.body("New")), left, right);
        String two = past.commit("Merge", without.but(page -> page.body("New")), right, left);
        String back = edit("back", page -> page.link("sage", "0.8"), two);

        // when
        String merge = past.commit("Merge", past.page(back, "mint.md"), one, back);

        // then
        assertThat(past.feedback(one)).containsExactly(REJECTED);
        assertThat(past.feedback(merge)).isEmpty();
        assertThat(past.feedback(past.commit("Merge", past.page(one, "mint.md"), one, two)))
                .containsExactly(REJECTED);
    }

    @Test
    void shouldHearEditsOnOurBranchBeforeItIsMergedAndForgetThemWhenItVanishes() {
        // given
        past.branch(BRANCH, past.commit("no sage", without, past.commit(Past.OURS, tended, first)));

        // when, then
        assertThat(past.feedback(onward)).containsExactly(REJECTED);
        past.deleteBranch(BRANCH);
        assertThat(past.feedback(onward)).isEmpty();
    }

    @Test
    void shouldHearTheEditWhenOurBranchWasSquashedWithItAndIsStillThere() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String squashed = past.commit("Tend (#4)\n\n* Tend\n\nGarden-Cycle: beds/1\n\n* no sage", without, onward);
        String changed = past.commit("Tend (#4)\n\nGarden-Cycle: beds/1", edited, onward);

        // when, then
        past.branch(BRANCH, past.commit("no sage", without, ours));
        assertThat(past.feedback(squashed)).containsExactly(REJECTED);
        past.branch(BRANCH, past.commit("surer", edited, ours));
        assertThat(past.feedback(changed)).containsExactly(PINNED);
        past.branch(BRANCH, ours);
        assertThat(past.feedback(squashed)).isEmpty();
    }

    @Test
    void shouldLetMainDecideWhenOurMergedBranchLingers() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String edit = past.commit("no sage", without, ours);
        past.branch(BRANCH, edit);
        String merge = past.commit("Merge", without, onward, edit);
        String back = edit("back", page -> page.link("sage", "0.8"), merge);

        // when, then
        assertThat(past.feedback(merge)).containsExactly(REJECTED);
        assertThat(past.feedback(back)).isEmpty();
    }

    @Test
    void shouldNotLetOurOwnProposalOnABranchTakeARejectionBack() {
        // given
        String rejected = past.commit("no sage", without, past.commit(Past.OURS, tended, first));

        // when
        past.branch(BRANCH, edit(Past.OURS, page -> page.link("sage", "0.99"), rejected));

        // then
        assertThat(past.feedback(rejected)).containsExactly(REJECTED);
    }

    @Test
    void shouldHearAnOptingOutOnOurBranch() {
        // when
        past.branch(
                BRANCH,
                past.commit("never", tended.but(page -> page.section("false")), past.commit(Past.OURS, tended, first)));

        // then
        assertThat(past.feedback(onward)).containsExactly("mint SECTION OPTED_OUT by Ada");
    }

    @Test
    void shouldTellWhatTheNewHistorySaysWhenTheOldOneIsForcedAway() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String rejected = past.commit("no sage", without, ours);
        String pinned = past.commit("surer", edited, ours);

        // when, then
        assertThat(past.feedback(rejected)).containsExactly(REJECTED);
        assertThat(past.feedback(pinned)).containsExactly(PINNED);
        assertThat(past.feedback(onward)).isEmpty();
        assertThat(past.feedback(rejected)).containsExactly(REJECTED);
    }

    @Test
    void shouldTellMoreWhenMoreOfAShallowHistoryComesToLight() throws Exception {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String rejected = past.commit("no sage", without, ours);
        Path boundary = source.resolve("shallow");

        // when, then: of a garden commit whose parents are missing nobody knows what it planted
        Files.writeString(boundary, ours + "\n");
        assertThat(past.feedback(rejected)).isEmpty();
        Files.delete(boundary);
        assertThat(past.feedback(rejected)).containsExactly(REJECTED);
    }

    @Test
    void shouldNotPromoteForARelationshipThatOnlyAMergedBranchStillHas() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        String moved = edit("move", page -> page.drop("sage").curate("sage"), ours);
        past.branch(BRANCH, moved);
        String merge = past.commit("Merge", past.page(moved, "mint.md"), onward, moved);

        // when
        String head = edit("no relation", page -> page.uncurate("sage"), merge);

        // then
        assertThat(past.feedback(merge)).containsExactly("mint LINK sage PROMOTED by Ada");
        assertThat(past.feedback(head)).containsExactly(REJECTED);
        past.deleteBranch(BRANCH);
        assertThat(past.feedback(head)).containsExactly(REJECTED);
    }

    @Test
    void shouldLetMainHaveTheLastWordWhenASquashedBranchLingers() {
        // given
        String edit = past.commit("no sage", without, past.commit(Past.OURS, tended, first));
        past.branch(BRANCH, edit);
        String squashed = past.commit("Tend (#4)\n\nGarden-Cycle: beds/1", without, onward);

        // when
        String forgotten = past.commit("Garden-Forget: mint link sage", Map.of(), squashed);
        String back = past.commit("back", tended, squashed);

        // then
        assertThat(past.feedback(squashed)).containsExactly(REJECTED);
        assertThat(past.feedback(forgotten)).isEmpty();
        assertThat(past.feedback(back)).isEmpty();
        assertThat(past.feedback(past.commit("no", without, back))).containsExactly(REJECTED);
    }

    @Test
    void shouldLetMainOptInAgainWhenABranchThatOptedOutLingers() {
        // given
        String ours = past.commit(Past.OURS, tended, first);
        past.branch(BRANCH, edit("away", page -> page.section("no"), ours));
        String optedOut = "mint SECTION OPTED_OUT by Ada";

        // when
        String squashed = past.commit("Tend (#4)\n\nGarden-Cycle: beds/1", wild.but(page -> page.body("New")), onward);
        String room = edit("room", page -> page.section("empty"), squashed);
        String forgotten = past.commit("Garden-Forget: mint section", Map.of(), squashed);

        // then
        assertThat(past.feedback(squashed)).containsExactly(optedOut);
        assertThat(past.feedback(room)).isEmpty();
        assertThat(past.feedback(forgotten)).isEmpty();
        past.branch(BRANCH, edit("never", page -> page.section("false"), ours));
        assertThat(past.feedback(squashed)).containsExactly(optedOut);
        assertThat(past.feedback(forgotten)).isEmpty();
    }
}
