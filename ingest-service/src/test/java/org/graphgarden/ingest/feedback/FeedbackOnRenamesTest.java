package org.graphgarden.ingest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of patterns, and of links to patterns, that move about. */
class FeedbackOnRenamesTest {

    private static final Page GONE = Past.deleted();

    private final Past past;
    private final Page sage = new Page("sage").id("s-1").section("no");
    private final Page wild = new Page("mint").id("m-1").section("no");
    private final Page tended =
            wild.but(page -> page.section("yes").link("sage", "0.8").link("dill", "0.7"));
    private final Page without = tended.but(page -> page.drop("sage"));
    private String garden = "";
    private String rejected = "";

    FeedbackOnRenamesTest(@TempDir Path temp) throws Exception {
        this.past = new Past(temp);
    }

    @BeforeEach
    void tend() {
        garden = past.commit(Past.OURS, tended, past.commit("first", Map.of("mint.md", wild, "sage.md", sage)));
        rejected = past.commit("no sage", without, garden);
    }

    @AfterEach
    void close() {
        past.close();
    }

    @Test
    void shouldFollowAFileThatIsMoved() {
        assertThat(past.feedback(past.commit("move", Map.of("mint.md", GONE, "herbs/mint.md", without), rejected)))
                .containsExactly("mint LINK sage REJECTED by Ada at 0.8");
        assertThat(past.feedback(past.commit("move", Map.of("mint.md", GONE, "herbs/mint.md", without), garden)))
                .containsExactly("mint LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldFollowASlugThatIsChangedInItsPlaceOrWithItsFile() {
        // given
        Page renamed = without.but(page -> page.slug("mentha").body("Other words"));

        // when, then
        assertThat(past.feedback(past.commit("rename", Map.of("mint.md", renamed), rejected)))
                .containsExactly("mentha LINK sage REJECTED by Ada at 0.8");
        assertThat(past.feedback(past.commit("rename", Map.of("mint.md", GONE, "mentha.md", renamed), garden)))
                .containsExactly("mentha LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldFollowAFileWithoutIdByItsText() {
        // given
        Page plain = new Page("rue").link("sage", "0.8");
        String ours = past.commit(Past.OURS, plain, past.commit("rue", plain.but(page -> page.section("no")), garden));

        // when
        Page renamed =
                plain.but(page -> page.slug("ruta").body("All about rue.").drop("sage"));
        String head = past.commit("rename", Map.of("rue.md", GONE, "ruta.md", renamed), ours);

        // then
        assertThat(past.feedback(head)).containsExactly("ruta LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldLetARejectedLinkFollowItsTargetsRename() {
        // given
        Page salvia = sage.but(page -> page.slug("salvia"));

        // when
        String head = past.commit("rename", Map.of("sage.md", GONE, "salvia.md", salvia), rejected);
        String again =
                past.commit("again", Map.of("salvia.md", GONE, "s.md", salvia.but(page -> page.slug("s"))), head);

        // then
        assertThat(past.feedback(head)).containsExactly("mint LINK salvia REJECTED by Ada at 0.8");
        assertThat(past.feedback(again)).containsExactly("mint LINK s REJECTED by Ada at 0.8");
        assertThat(past.feedback(past.commit("Garden-Forget: mint link s", Map.of(), again)))
                .isEmpty();
    }

    @Test
    void shouldSayNothingWhenAStewardLetsALinkFollowItsTargetsRename() {
        // given
        Page salvia = sage.but(page -> page.slug("salvia"));
        Page follows = tended.but(page -> page.drop("sage").link("salvia", "0.8"));

        // when
        String one = past.commit("rename", Map.of("sage.md", GONE, "salvia.md", salvia, "mint.md", follows), garden);

        // then: but for the reason, which names the target in these pages
        assertThat(past.feedback(one)).containsExactly("mint LINK salvia PINNED by Ada");
        assertThat(past.feedback(past.commit("no", follows.but(page -> page.drop("salvia")), one)))
                .containsExactly("mint LINK salvia REJECTED by Ada at 0.8");
    }

    @Test
    void shouldPromoteWhenTheRelationshipNamesTheIdOrTheNewSlug() {
        // given
        Page salvia = sage.but(page -> page.slug("salvia"));
        String renamed = past.commit("rename", Map.of("sage.md", GONE, "salvia.md", salvia), rejected);

        // when, then
        assertThat(past.feedback(past.commit("take over", without.but(page -> page.curate("s-1")), renamed)))
                .containsExactly("mint LINK salvia PROMOTED by Ada");
        assertThat(past.feedback(past.commit("take over", without.but(page -> page.curate("salvia")), renamed)))
                .containsExactly("mint LINK salvia PROMOTED by Ada");
    }

    @Test
    void shouldSayNothingWhenAPatternIsDeletedAndGoOnWhenItIsBroughtBack() {
        // given
        String deleted = past.commit("away", Map.of("mint.md", GONE), rejected);
        String later = past.commit("later", new Page("rue"), deleted);

        // when, then
        assertThat(past.feedback(deleted)).isEmpty();
        assertThat(past.feedback(past.commit("back", Map.of("mint.md", without), later)))
                .containsExactly("mint LINK sage REJECTED by Ada at 0.8");
        assertThat(past.feedback(past.commit("back", Map.of("herbs/m.md", tended.but(page -> page.slug("m"))), later)))
                .isEmpty();
        assertThat(past.feedback(past.commit("back", Map.of("mint.md", without.but(page -> page.drop("dill"))), later)))
                .containsExactly("mint LINK dill REJECTED by Ada at 0.7", "mint LINK sage REJECTED by Ada at 0.8");
    }

    @Test
    void shouldSayNothingWhenAnotherPatternTakesTheSlug() {
        // given
        String deleted = past.commit("away", Map.of("mint.md", GONE), rejected);

        // when
        String other = past.commit("new", Map.of("mint.md", new Page("mint").id("m-2")), deleted);

        // then
        assertThat(past.feedback(other)).isEmpty();
    }

    @Test
    void shouldFollowARenameThatIsMergedWithWhatWePlantedUnderTheOldSlug() {
        // given
        Page renamed = tended.but(page -> page.slug("mentha"));
        String main = past.commit("rename", Map.of("mint.md", GONE, "mentha.md", renamed), garden);
        String ours = past.commit(Past.OURS, tended.but(page -> page.link("thyme", "0.9")), garden);
        String theirs = past.commit("no thyme", tended, ours);

        // when
        String merge = past.commit("Merge", Map.of(), main, theirs);

        // then
        assertThat(past.feedback(merge)).containsExactly("mentha LINK thyme REJECTED by Ada at 0.9");
        past.branch("graph-garden/2026-03-02", theirs);
        assertThat(past.feedback(main)).containsExactly("mentha LINK thyme REJECTED by Ada at 0.9");
    }

    @Test
    void shouldTellTwoPatternsApartThatSwapTheirSlugs() {
        // given
        Page rue = new Page("rue").id("r-1").link("sage", "0.6");
        String both = past.commit(Past.OURS, rue, rejected);

        // when
        String swapped = past.commit(
                "swap",
                Map.of("mint.md", rue.but(page -> page.slug("mint")), "rue.md", without.but(page -> page.slug("rue"))),
                both);

        // then
        assertThat(past.feedback(swapped)).isEqualTo(past.fresh(swapped));
    }

    @Test
    void shouldFollowASlugThatIsChangedInAFileIntoWhichWeNeverWrote() {
        // given
        Page salvia = sage.but(page -> page.slug("salvia"));
        Page follows = tended.but(page -> page.drop("sage").link("salvia", "0.8"));

        // when
        String both = past.commit("rename", Map.of("sage.md", salvia, "mint.md", follows), garden);
        String before =
                past.commit("rename", Map.of("sage.md", salvia), past.commit("first the link", follows, garden));
        String rejecting = past.commit("rename", Map.of("sage.md", salvia), rejected);

        // then: the reason names the target in these pages, and is taken for an edit where both are seen at once
        assertThat(past.feedback(both)).containsExactly("mint LINK salvia PINNED by Ada");
        assertThat(past.feedback(before)).isEmpty();
        assertThat(past.feedback(rejecting)).containsExactly("mint LINK salvia REJECTED by Ada at 0.8");
    }

    @Test
    void shouldFollowASlugThatIsChangedInAFileWhoseSectionCannotBeRead() {
        // given
        Page unclear = sage.but(page -> page.section("yes").slipped());
        String slipped = past.commit("slip", Map.of("sage.md", unclear), rejected);

        // when
        String head = past.commit("rename", Map.of("sage.md", unclear.but(page -> page.slug("salvia"))), slipped);

        // then
        assertThat(past.feedback(head)).containsExactly("mint LINK salvia REJECTED by Ada at 0.8");
    }

    @Test
    void shouldSayNothingWhenADeletedPatternIsWrittenAnewWithoutASection() {
        // given
        String deleted = past.commit("away", Map.of("mint.md", GONE), garden);

        // when, then
        assertThat(past.feedback(past.commit("anew", wild.but(page -> page.body("Other words")), deleted)))
                .isEmpty();
        assertThat(past.feedback(past.commit("never", wild.but(page -> page.section("false")), deleted)))
                .containsExactly("mint SECTION OPTED_OUT by Ada");
        assertThat(past.feedback(past.commit("back", without, deleted)))
                .containsExactly("mint LINK sage REJECTED by Ada at 0.8");
    }
}
