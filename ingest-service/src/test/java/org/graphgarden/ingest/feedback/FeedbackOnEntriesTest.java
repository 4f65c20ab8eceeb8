package org.graphgarden.ingest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.graphgarden.events.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a steward's edit of single entries says. */
class FeedbackOnEntriesTest {

    private static final String BY_HAND = "A better page";

    private final Past past;
    private final Page wild = new Page("mint").id("m-1").section("no");
    private final Page tended = wild.but(page -> page.section("yes")
            .link("sage", "0.8")
            .link("dill", "0.7")
            .entity("shade", "Shade")
            .community("herbs", "0.9"));
    private String garden = "";

    FeedbackOnEntriesTest(@TempDir Path temp) throws Exception {
        this.past = new Past(temp);
    }

    @BeforeEach
    void tend() {
        String first = past.commit(
                "first",
                Map.of(
                        "mint.md",
                        wild,
                        "sage.md",
                        new Page("sage").section("no"),
                        "dill.md",
                        new Page("dill").section("no")));
        garden = past.commit(Past.OURS, tended, first);
    }

    @AfterEach
    void close() {
        past.close();
    }

    private String edit(Consumer<Page> change, String parent) {
        return edit(BY_HAND, change, parent);
    }

    private String edit(String message, Consumer<Page> change, String parent) {
        return past.commit(message, past.page(parent, "mint.md").but(change), parent);
    }

    @Test
    void shouldSayNothingWhenNobodyButUsWroteASection() {
        assertThat(past.feedback(garden)).isEmpty();
        assertThat(past.feedback(edit(page -> page.body("More of it."), garden)))
                .isEmpty();
    }

    @Test
    void shouldRejectEachKindWhenAStewardDeletesIt() {
        // when
        String head = past.commit(
                BY_HAND, tended.but(page -> page.drop("sage").drop("shade").drop("herbs")), garden);

        // then
        assertThat(past.feedback(head))
                .containsExactly(
                        "mint ENTITY shade REJECTED by Ada",
                        "mint COMMUNITY herbs REJECTED by Ada at 0.9",
                        "mint LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldTellCommitAuthorAndTimeButNoAddressWhenRejected() {
        // when
        String rejecting = past.by("grace@example.org").commit(BY_HAND, tended.but(page -> page.drop("sage")), garden);
        String head =
                past.by("Bo").commit("later", past.page(rejecting, "mint.md").but(page -> page.body("New")), rejecting);

        // then
        Feedback feedback = past.only(head);
        assertThat(feedback.commit()).isEqualTo(rejecting);
        assertThat(feedback.author()).isEqualTo("grace");
        assertThat(feedback.time()).isEqualTo("2026-03-01T12:00:03Z");
    }

    @Test
    void shouldPinWhenAStewardEditsWhatAnEntrySays() {
        assertThat(past.feedback(edit(page -> page.link("sage", "0.95"), garden)))
                .containsExactly("mint LINK sage PINNED by Ada");
        assertThat(past.feedback(edit(page -> page.entity("shade", "Deep shade"), garden)))
                .containsExactly("mint ENTITY shade PINNED by Ada");
        assertThat(past.feedback(edit(page -> page.community("herbs", "1"), garden)))
                .containsExactly("mint COMMUNITY herbs PINNED by Ada");
    }

    @Test
    void shouldSayNothingWhenOnlyTheFormDiffers() {
        assertThat(past.feedback(edit(page -> page.otherStyle().link("sage", "0.80"), garden)))
                .isEmpty();
    }

    @Test
    void shouldSayNothingOfEntriesThatPeopleWroteThemselves() {
        // given
        String own = edit(page -> page.entity("loam", "Loam").link("thyme", "0.5"), garden);

        // when, then
        assertThat(past.feedback(own)).isEmpty();
        assertThat(past.feedback(edit(page -> page.drop("loam").drop("thyme"), own)))
                .isEmpty();
    }

    @Test
    void shouldSayNothingOfWhatStewardsDidBeforeWeCame() {
        // given
        Page own = new Page("rue").link("sage", "0.5");
        String first = past.commit("first", Map.of("rue.md", own));
        String second = past.commit("second", own.but(page -> page.drop("sage")), first);
        String ours = past.commit(Past.OURS, past.page(second, "rue.md").but(page -> page.link("dill", "0.9")), second);

        // then
        assertThat(past.feedback(ours)).isEmpty();
    }

    @Test
    void shouldWithdrawWhenTheDeletionIsRevertedAndRejectWhenThatIsRevertedToo() {
        // given
        String deletion = edit(page -> page.drop("sage"), garden);
        String revert = edit("Revert \"A better page\"", page -> page.link("sage", "0.8"), deletion);

        // when, then
        assertThat(past.feedback(deletion)).containsExactly("mint LINK sage REJECTED by Ada at 0.8");
        assertThat(past.feedback(revert)).isEmpty();
        assertThat(past.feedback(edit("Reapply \"A better page\"", page -> page.drop("sage"), revert)))
                .containsExactly("mint LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldPinWhenAStewardPutsBackWhatWeDropped() {
        // given
        String dropped = edit(Past.OURS, page -> page.drop("sage"), garden);

        // when, then
        assertThat(past.feedback(dropped)).isEmpty();
        assertThat(past.feedback(edit(page -> page.link("sage", "0.8"), dropped)))
                .containsExactly("mint LINK sage PINNED by Ada");
    }

    @Test
    void shouldPinWhenAStewardPutsBackWhatWeDroppedThoughWeNeverPlantedIt() {
        // given
        String own = edit(page -> page.link("thyme", "0.5"), garden);
        String dropped = edit(Past.OURS, page -> page.drop("thyme"), own);

        // when, then
        assertThat(past.feedback(edit(page -> page.link("thyme", "0.5"), dropped)))
                .containsExactly("mint LINK thyme PINNED by Ada");
    }

    @Test
    void shouldForgetTheRejectionWhenWePlantAnew() {
        // given
        String deletion = edit(page -> page.drop("sage"), garden);
        String again = edit(Past.OURS, page -> page.link("sage", "0.97"), deletion);

        // when, then
        assertThat(past.feedback(again)).isEmpty();
        assertThat(past.feedback(edit(page -> page.drop("sage"), again)))
                .containsExactly("mint LINK sage REJECTED by Ada at 0.97");
    }

    @Test
    void shouldPromoteWhenALinkMovesToRelationshipsInOneCommit() {
        assertThat(past.feedback(edit(page -> page.drop("sage").curate("sage"), garden)))
                .containsExactly("mint LINK sage PROMOTED by Ada");
    }

    @Test
    void shouldPromoteWhenALinkIsDeletedFirstAndCuratedLater() {
        // given
        String deletion = edit(page -> page.drop("sage"), garden);

        // when
        String curated = past.by("Bo")
                .commit("later", past.page(deletion, "mint.md").but(page -> page.curate("sage")), deletion);

        // then
        assertThat(past.feedback(deletion)).containsExactly("mint LINK sage REJECTED by Ada at 0.8");
        assertThat(past.feedback(curated)).containsExactly("mint LINK sage PROMOTED by Bo");
    }

    @Test
    void shouldPromoteWhenALinkIsCopiedFirstAndWeDropIt() {
        // given
        String copied = edit(page -> page.curate("sage"), garden);
        String dropped = edit(Past.OURS, page -> page.drop("sage"), copied);

        // when, then
        assertThat(past.feedback(copied)).isEmpty();
        assertThat(past.feedback(dropped)).containsExactly("mint LINK sage PROMOTED by Ada");
    }

    @Test
    void shouldRejectWhenARelationshipGoesWhoseLinkWentBefore() {
        // given
        String promoted = edit(page -> page.drop("sage").curate("sage"), garden);

        // when
        String head =
                past.by("Bo").commit("no", past.page(promoted, "mint.md").but(page -> page.uncurate("sage")), promoted);

        // then
        assertThat(past.feedback(head)).containsExactly("mint LINK sage REJECTED by Bo at 0.8");
    }

    @Test
    void shouldRejectAndPinWhenAStewardRevertsAGardenCommit() {
        // given: we drop dill, plant thyme and change sage
        String second =
                edit(Past.OURS, page -> page.drop("dill").link("thyme", "0.9").link("sage", "0.6"), garden);

        // when
        String head = past.commit("Revert \"Tend 1 pattern\"\n\nThis reverts commit " + second + ".", tended, second);

        // then
        assertThat(past.feedback(head))
                .containsExactly(
                        "mint LINK dill PINNED by Ada",
                        "mint LINK sage PINNED by Ada",
                        "mint LINK thyme REJECTED by Ada at 0.9");
    }

    @Test
    void shouldSayNothingWhenAGardenCommitIsAmended() {
        // when: its trailer stays, whoever worked on it
        String amended = past.commit(Past.OURS, tended.but(page -> page.drop("sage")), past.commit("first", wild));

        // then
        assertThat(past.feedback(amended)).isEmpty();
    }

    @Test
    void shouldSayNothingWhenOurChangeIsSquashedRebasedOrPicked() {
        // given: the branch forked from a commit that main has left behind
        String first = past.commit("first", wild);
        String onward = past.commit("main goes on", new Page("rue"), first);

        // when
        past.branch("graph-garden/2026-03-01", past.commit(Past.OURS, tended, first));
        String squashed =
                past.commit("Tend (#12)\n\n* Tend 1 pattern\n\nGarden-Cycle: beds/1\n\n* more", tended, onward);
        String rebased = past.commit(Past.OURS, tended, onward);
        String picked = past.commit("Taken over by hand", tended, onward);

        // then
        assertThat(past.feedback(squashed)).isEmpty();
        assertThat(past.feedback(rebased)).isEmpty();
        assertThat(past.feedback(picked)).isEmpty();
    }

    @Test
    void shouldForgetWhatOlderCommitsSayWhenTold() {
        // given
        String edited = edit(page -> page.drop("sage").drop("shade").link("dill", "0.1"), garden);

        // when
        String forget = past.commit(
                "Forget\n\nGarden-Forget: mint link sage\nGarden-Forget: mint entity shade", Map.of(), edited);
        String more =
                past.commit("squashed (#3)\n\n* Garden-Forget\n\nGarden-Forget: mint link dill\r\n", Map.of(), forget);

        // then
        assertThat(past.feedback(forget)).containsExactly("mint LINK dill PINNED by Ada");
        assertThat(past.feedback(more)).isEmpty();
        assertThat(past.feedback(edit(page -> page.drop("dill"), more)))
                .containsExactly("mint LINK dill REJECTED by Ada at 0.1");
    }

    @Test
    void shouldTellTheSameWhenAllCommitsHaveOneTime() {
        // given
        past.stopTime();
        String one = edit(page -> page.drop("sage"), garden);
        String two = past.by("Bo").commit(BY_HAND, tended.but(page -> page.drop("dill")), garden);

        // when
        String merge = past.commit("Merge", tended.but(page -> page.drop("sage").drop("dill")), one, two);
        String other = past.commit("Merge", tended.but(page -> page.drop("sage").drop("dill")), two, one);

        // then
        assertThat(past.feedback(merge))
                .containsExactly("mint LINK dill REJECTED by Bo at 0.7", "mint LINK sage REJECTED by Ada at 0.8")
                .isEqualTo(past.feedback(other));
        assertThat(past.judged(new FeedbackHistory(org.graphgarden.git.PathFilter.markdown()), merge)
                        .of("mint"))
                .extracting(Feedback::verdict)
                .containsOnly(Verdict.REJECTED);
    }
}
