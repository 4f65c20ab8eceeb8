package org.graphgarden.ingest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it says when a section goes or comes as a whole. */
class FeedbackOnSectionsTest {

    private static final String OPTED_OUT = "mint SECTION OPTED_OUT by Ada";

    private final Past past;
    private final Page wild = new Page("mint").section("no");
    private final Page tended =
            wild.but(page -> page.section("yes").link("sage", "0.8").entity("shade", "Shade"));
    private String garden = "";

    FeedbackOnSectionsTest(@TempDir Path temp) throws Exception {
        this.past = new Past(temp);
    }

    @BeforeEach
    void tend() {
        garden = past.commit("Tend 1 pattern (!6) (#12)\n\nGarden-Cycle: beds/1", tended, past.commit("first", wild));
    }

    @AfterEach
    void close() {
        past.close();
    }

    private String edit(String message, Consumer<Page> change, String parent) {
        return past.commit(message, past.page(parent, "mint.md").but(change), parent);
    }

    @Test
    void shouldOptOutAndRejectNothingWhenTheSectionIsRemoved() {
        // given
        String rejected = edit("no sage", page -> page.drop("sage"), garden);

        // when, then
        assertThat(past.feedback(edit("away", page -> page.section("no"), rejected)))
                .containsExactly(OPTED_OUT);
    }

    @Test
    void shouldOptOutWhenTheFileSaysFalse() {
        assertThat(past.feedback(edit("away", page -> page.section("false"), garden)))
                .containsExactly(OPTED_OUT);
    }

    @Test
    void shouldTakeTheOptingOutBackWhenTheSectionIsPutBack() {
        // given
        String removed = edit("away", page -> page.section("no"), garden);
        String denied = edit("away", page -> page.section("false"), garden);

        // when, then
        assertThat(past.feedback(edit("back", page -> page.section("yes"), removed)))
                .isEmpty();
        assertThat(past.feedback(edit("back", page -> page.section("yes"), denied)))
                .isEmpty();
        assertThat(past.feedback(edit("some", page -> page.section("yes").drop("sage"), removed)))
                .containsExactly("mint LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldBeginAnewWhenRoomForASectionIsMadeAgain() {
        // given
        String removed = edit("away", page -> page.section("no"), garden);
        String denied = edit("never", page -> page.section("false"), removed);

        // when, then
        assertThat(past.feedback(edit("room", page -> page.section("empty"), removed)))
                .isEmpty();
        assertThat(past.feedback(edit("room", page -> page.section("empty"), denied)))
                .isEmpty();
        assertThat(past.feedback(edit("room", page -> page.section("no"), denied)))
                .isEmpty();
    }

    @Test
    void shouldRejectEachEntryWhenTheSectionStaysEmpty() {
        assertThat(past.feedback(edit("none", page -> page.section("empty"), garden)))
                .containsExactly("mint ENTITY shade REJECTED by Ada", "mint LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldRejectEachEntryWhenTheGardenCommitThatMadeTheSectionIsReverted() {
        for (String message : new String[] {
            "Revert \"Tend 1 pattern (!6)\"\n\nThis reverts commit " + garden + ".",
            "Revert \"Tend 1 pattern\" (#13)\n\nReverts ada/beds#12",
            "Not so fast\n\nReverts #12",
            "Back (!7)\n\nThis reverts merge request !6",
        }) {
            assertThat(past.feedback(edit(message, page -> page.section("no"), garden)))
                    .describedAs(message)
                    .containsExactly("mint ENTITY shade REJECTED by Ada", "mint LINK sage REJECTED by Ada at 0.8");
        }
    }

    @Test
    void shouldWithdrawWhenTheRevertOfAGardenCommitIsRevertedAndRejectWhenThatIsRevertedToo() {
        // given
        String revert = edit("Revert \"Tend\"", page -> page.section("no"), garden);
        String reapplied =
                edit("Reapply \"Tend\"\n\nThis reverts commit " + revert, page -> page.section("yes"), revert);

        // when, then
        assertThat(past.feedback(reapplied)).isEmpty();
        assertThat(past.feedback(edit("Revert \"Reapply \"Tend\"\"", page -> page.section("no"), reapplied)))
                .hasSize(2)
                .doesNotContain(OPTED_OUT);
    }

    @Test
    void shouldOptOutWhenOptingOutIsAppliedAgain() {
        // given
        String removed = edit("Opt out", page -> page.section("no"), garden);
        String revert =
                edit("Revert \"Opt out\"\n\nThis reverts commit " + removed, page -> page.section("yes"), removed);

        // when, then
        assertThat(past.feedback(edit(
                        "Reapply \"Opt out\"\n\nThis reverts commit " + revert, page -> page.section("no"), revert)))
                .containsExactly(OPTED_OUT);
        assertThat(past.feedback(edit("Revert \"Revert \"Opt out\"\"", page -> page.section("no"), revert)))
                .containsExactly(OPTED_OUT);
    }

    @Test
    void shouldOptOutWhenARevertRemovesASectionThatWeDidNotMake() {
        // given
        Page own = new Page("rue").section("yes").entity("loam", "Loam");
        String first = past.commit("first", own);
        String ours = past.commit(Past.OURS, own.but(page -> page.link("sage", "0.8")), first);

        // when
        String head = past.commit("Revert \"first\"", own.but(page -> page.section("no")), ours);

        // then
        assertThat(past.feedback(head)).containsExactly("rue SECTION OPTED_OUT by Ada");
    }

    @Test
    void shouldForgetTheOptingOutWhenTold() {
        // given
        String removed = edit("away", page -> page.section("no"), garden);
        String denied = edit("away", page -> page.section("false"), garden);

        // when, then
        assertThat(past.feedback(edit("Garden-Forget: mint section", page -> page.body("New"), removed)))
                .isEmpty();
        assertThat(past.feedback(edit("Garden-Forget: mint section", page -> page.body("New"), denied)))
                .containsExactly(OPTED_OUT);
    }

    @Test
    void shouldSayNothingOfTheSectionWhenItCannotBeRead() {
        // given: the front matter is broken, then mended without an entry
        String broken = edit("oops", Page::broken, garden);

        // when
        String mended = past.by("Bo").commit("mend", tended.but(page -> page.drop("sage")), broken);
        String whole = past.by("Bo").commit("mend", tended, broken);

        // then
        assertThat(past.feedback(broken)).isEmpty();
        assertThat(past.feedback(mended)).containsExactly("mint LINK sage REJECTED by Bo at 0.8");
        assertThat(past.feedback(whole)).isEmpty();
    }

    @Test
    void shouldKeepWhatWasSaidWhenASectionHasASlip() {
        // given
        String rejected = edit("no sage", page -> page.drop("sage"), garden);

        // when
        String slipped = past.by("Bo")
                .commit("slip", tended.but(page -> page.drop("sage").slipped()), rejected);

        // then: and a deletion that nobody can read is judged when it can be read
        assertThat(past.feedback(slipped)).containsExactly("mint LINK sage REJECTED by Ada at 0.8");
        assertThat(past.feedback(edit("slip", page -> page.drop("sage").slipped(), garden)))
                .isEmpty();
        assertThat(past.feedback(past.commit("mend", tended, slipped))).isEmpty();
    }

    @Test
    void shouldOptOutWhenACommitMentionsARevertThatIsNotOfOurs() {
        String bump = past.commit("Bump action (#11)", new Page("rue").section("no"), garden);
        for (String message : new String[] {
            "Tidy up (#13)\n\n* Revert \"Bump action\"",
            "Tidy up (#13)\n\nReverts #11",
            "Revert \"Bump action (#11)\" (#13)\n\nReverts ada/beds#11",
            "Revert \"Bump action (#11)\"\n\nThis reverts commit " + bump + ".",
            "Revert \"Spring work\"\n\nThis reverts commit " + "1".repeat(40) + ".",
        }) {
            assertThat(past.feedback(edit(message, page -> page.section("no"), bump)))
                    .describedAs(message)
                    .containsExactly(OPTED_OUT);
        }
    }

    @Test
    void shouldRejectEachEntryWhenAMergeOfOurBranchIsReverted() {
        // given
        String first = past.commit("first", wild);
        String ours = past.commit(Past.OURS, tended, first);
        String merge = past.commit("Merge pull request #7 from beds/tend", tended, first, ours);

        // when, then
        for (String message :
                new String[] {"Revert \"Spring work\"\n\nReverts ada/beds#7", "Undo\n\nThis reverts commit " + merge}) {
            assertThat(past.feedback(edit(message, page -> page.section("no"), merge)))
                    .describedAs(message)
                    .hasSize(2)
                    .doesNotContain(OPTED_OUT);
        }
    }
}
