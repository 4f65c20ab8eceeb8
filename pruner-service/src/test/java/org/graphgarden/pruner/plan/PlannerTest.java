package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphgarden.pruner.plan.Gardens.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.junit.jupiter.api.Test;

/** One example of every cause. */
class PlannerTest {
    private static final Policy POLICY = Policy.DEFAULT.with(new Thresholds(.80, .60));

    private static SectionState section(String slug, LocalDate date, List<LinkEntry> links, String... curated) {
        return new SectionState(
                slug,
                "id-" + slug,
                "east",
                "p/" + slug + ".md",
                SectionState.Form.PRESENT,
                Application.reread(new GardenSection(Optional.of(date), List.of(), List.of(), links)),
                List.of(curated),
                "the soil must rest");
    }

    private static SectionState section(String slug, LinkEntry... links) {
        return section(slug, TODAY, List.of(links));
    }

    private static LinkEntry link(String target, double confidence) {
        return link(target, confidence, "Near.");
    }

    private static LinkEntry link(String target, double confidence, String reason) {
        return new LinkEntry(target, "complementary", OptionalDouble.of(confidence), reason, Origin.NEW);
    }

    private static Candidate candidate(String target, double confidence) {
        return new Candidate(target, "complementary", confidence, "Near.");
    }

    private static Enriched enriched(String slug, Candidate... candidates) {
        return new Enriched(slug, List.of(), List.of(), List.of(candidates), Set.of());
    }

    private static List<Cause> causes(GardenState garden, Enriched... enriched) {
        return Planner.plan(garden, List.of(enriched), POLICY, TODAY).stream()
                .flatMap(revision -> revision.decisions().stream())
                .map(Decision::cause)
                .toList();
    }

    @Test
    void shouldPlantBestFirstWhenAboveThePlantThreshold() {
        // given
        GardenState garden = GardenState.of(List.of(section("a"), section("b"), section("c"), section("d")));
        // when
        List<Revision> plan = Planner.plan(
                garden,
                List.of(enriched("a", candidate("b", .81), candidate("c", .9049), candidate("d", .7999))),
                POLICY,
                TODAY);
        // then
        assertThat(plan).hasSize(1);
        assertThat(plan.get(0).section().links()).containsExactly(link("c", .9), link("b", .81));
    }

    @Test
    void shouldKeepLinkBetweenTheThresholdsWhenItStands() {
        assertThat(causes(
                        GardenState.of(List.of(section("a", link("b", .66)), section("b"))),
                        enriched("a", candidate("b", .65))))
                .isEmpty();
    }

    @Test
    void shouldDropWhatIsWrongByItselfWhenNothingWasInferred() {
        // given
        SectionState broken = section(
                "a",
                link("a", .9),
                link("gone", .9),
                link("torn", .9),
                link("", .9),
                link("b", .9),
                link("b", .8),
                link("c", .9));
        GardenState garden = new GardenState(
                List.of(broken, section("b"), section("c", TODAY, List.of(), "id-a")),
                Map.of(),
                Map.of("gone", "c0ffee"),
                Set.of("torn"),
                Feedback.NONE);
        // then
        assertThat(causes(garden))
                .containsExactly(
                        Cause.SELF_LINK,
                        Cause.TARGET_REMOVED,
                        Cause.TARGET_UNREADABLE,
                        Cause.NO_TARGET,
                        Cause.DUPLICATE,
                        Cause.ALREADY_CURATED);
    }

    @Test
    void shouldDropWhenThePairIsWeakOrNoCandidate() {
        assertThat(causes(
                        GardenState.of(List.of(section("a", link("b", .9), link("c", .9)), section("b"), section("c"))),
                        enriched("a", candidate("b", .59))))
                .containsExactly(Cause.BELOW_DROP_THRESHOLD, Cause.BELOW_DROP_THRESHOLD);
    }

    @Test
    void shouldDropTheWeakestWhenOverTheLimit() {
        // given
        LinkEntry[] links =
                IntStream.range(0, 9).mapToObj(i -> link("t" + i, .9)).toArray(LinkEntry[]::new);
        Candidate[] candidates = IntStream.range(0, 9)
                .mapToObj(i -> candidate("t" + i, .9 + .001 * i))
                .toArray(Candidate[]::new);
        List<SectionState> sections = new ArrayList<>(List.of(section("a", links)));
        IntStream.range(0, 9).forEach(i -> sections.add(section("t" + i)));
        // when
        List<Revision> plan = Planner.plan(GardenState.of(sections), List.of(enriched("a", candidates)), POLICY, TODAY);
        // then
        assertThat(plan.get(0).decisions()).extracting(Decision::id).containsExactly("t0");
        assertThat(plan.get(0).decisions()).extracting(Decision::cause).containsExactly(Cause.OVER_LIMIT);
    }

    @Test
    void shouldFollowAChainOfRenamesAndMergeWhatItBringsTogether() {
        // given
        GardenState garden = new GardenState(
                List.of(section("a", link("old", .9), link("b", .9)), section("b")),
                Map.of("old", "older", "older", "b"),
                Map.of(),
                Set.of(),
                Feedback.NONE);
        // then
        assertThat(causes(garden, enriched("a", candidate("b", .9))))
                .containsExactly(Cause.TARGET_RENAMED, Cause.DUPLICATE);
    }

    @Test
    void shouldDropWhenRenamesGoInACircle() {
        GardenState garden = new GardenState(
                List.of(section("a", link("x", .9))), Map.of("x", "y", "y", "x"), Map.of(), Set.of(), Feedback.NONE);
        assertThat(causes(garden)).containsExactly(Cause.TARGET_REMOVED);
    }

    @Test
    void shouldRewriteOnlyWhenConfidenceMovedByFiveHundredths() {
        SectionState near = section("a", link("b", .70));
        SectionState far = section("a", link("b", .75));
        Enriched said = enriched("a", candidate("b", .70), candidate("c", .7));
        assertThat(causes(GardenState.of(List.of(near, section("b"))), enriched("a", candidate("b", .7499))))
                .isEmpty();
        assertThat(causes(GardenState.of(List.of(far, section("b"))), said)).containsExactly(Cause.CONFIDENCE_MOVED);
    }

    @Test
    void shouldRewriteWhenTheReasonQuotesWhatStandsNowhere() {
        SectionState stands = section("a", link("b", .7, "Both say “the soil  MUST rest…”."));
        SectionState vanished = section("a", link("b", .7, "Both say “the soil is red”."));
        Enriched said = enriched("a", candidate("b", .7));
        assertThat(causes(GardenState.of(List.of(stands, section("b"))), said)).isEmpty();
        assertThat(causes(GardenState.of(List.of(vanished, section("b"))), said))
                .containsExactly(Cause.EVIDENCE_VANISHED);
    }

    @Test
    void shouldRefreshOldDatesOnlyAlongWithRevisionsOrWhenAllAreOld() {
        SectionState old = section("a", TODAY.minusDays(31), List.of());
        SectionState fresh = section("b");
        SectionState broken = section("c", link("gone", .9));
        assertThat(causes(GardenState.of(List.of(old, fresh)))).isEmpty();
        assertThat(causes(GardenState.of(List.of(old)))).containsExactly(Cause.REFRESH_AGE);
        assertThat(causes(GardenState.of(List.of(old, fresh, broken))))
                .containsExactly(Cause.REFRESH_AGE, Cause.TARGET_REMOVED);
    }

    @Test
    void shouldFillEntitiesUpToTheLimitWithWhatIsNew() {
        // given
        SectionState section = new SectionState(
                "a",
                "",
                "east",
                "a.md",
                SectionState.Form.PRESENT,
                Application.reread(GardenSection.EMPTY
                        .withLastPruned(TODAY)
                        .withEntities(List.of(
                                new EntityEntry("rain-water", "concept", "Rain water", .9),
                                new EntityEntry("rain-water", "concept", "Rainwater", .5)))),
                List.of(),
                "");
        Enriched said = new Enriched(
                "a",
                List.of(
                        new EntityEntry("rain-waters", "concept", "Rain Waters (roof)", .9),
                        new EntityEntry("bee", "concept", "Bee", .337),
                        new EntityEntry("hive", "concept", "Hive", .8),
                        new EntityEntry("ann", "person", "Ann", .9)),
                List.of(),
                List.of(),
                Set.of("ann"));
        // when
        List<Revision> plan = Planner.plan(GardenState.of(List.of(section)), List.of(said), POLICY, TODAY);
        // then
        assertThat(plan.get(0).decisions()).extracting(Decision::id).containsExactly("rain-water", "hive", "bee");
        assertThat(plan.get(0).section().entities())
                .extracting(entity -> entity.relevance().orElseThrow())
                .containsExactly(.9, .8, .34);
    }

    @Test
    void shouldTakeTheMostValuableWhenTheBudgetIsSmall() {
        // given
        Policy one = POLICY.with(MaxFiles.of(1));
        GardenState garden = GardenState.of(List.of(section("a"), section("b", link("gone", .9)), section("c")));
        // when
        List<Revision> plan = Planner.plan(garden, List.of(enriched("a", candidate("c", .9))), one, TODAY);
        // then
        assertThat(plan).extracting(Revision::slug).containsExactly("b");
    }

    @Test
    void shouldReviseOnlyWhatTheFilterLetsThrough() {
        GardenState garden = GardenState.of(List.of(section("a", link("gone", .9)), section("b", link("gone", .9))));
        for (String glob : List.of("b", "b.md", "b*", "p/b*", "**/b.md")) {
            Policy policy = POLICY.with(new Scope(Decisions.ALL, true, FileFilter.of(glob), FileFilter.NONE));
            assertThat(Planner.plan(garden, List.of(), policy, TODAY))
                    .extracting(Revision::slug)
                    .containsExactly("b");
        }
    }

    @Test
    void shouldRefuseASlugThatIsUsedTwice() {
        assertThatThrownBy(() -> GardenState.of(List.of(section("a"), section("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slug a is used twice");
    }

    @Test
    void shouldRefuseADropThresholdAboveThePlantThreshold() {
        assertThatThrownBy(() -> new Thresholds(.6, .7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dropThreshold must be between 0 and plantThreshold (0.6): 0.7");
    }
}
