package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.graphgarden.pruner.plan.Gardens.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback.Verdict;
import org.junit.jupiter.api.Test;

/** How links come to have another end, fade, and make room for each other. */
class LifecycleTest {
    private static final Policy POLICY = Policy.DEFAULT.with(new Thresholds(.80, .60));

    @Test
    void shouldPlantBothEndsOfASymmetricPairWhenOnlyOneListHoldsIt() {
        // given
        GardenState garden = GardenState.of(List.of(section("a"), section("b")));
        // when
        List<Revision> plan = plan(garden, enriched("a", candidate("b", .9)), enriched("b"));
        // then
        assertThat(plan)
                .flatExtracting(Revision::decisions)
                .extracting(Decision::action, Decision::cause, Decision::id)
                .containsExactly(
                        tuple(Action.PLANT, Cause.ABOVE_PLANT_THRESHOLD, "b"),
                        tuple(Action.RECIPROCATE, Cause.OTHER_END_LACKS_IT, "a"));
        assertThat(plan.get(1).section().links().get(0).reason()).isEqualTo("Seen from a: Near.");
        assertThat(reciprocity(garden.after(plan), enriched("a", candidate("b", .9)), enriched("b")))
                .isEqualTo(new Reciprocity(2, 2, new TreeMap<>()));
    }

    @Test
    void shouldGiveALinkThatStandsItsOtherEndWhenThePairIsAffirmed() {
        GardenState garden = GardenState.of(List.of(section("a", link("b", .7)), section("b")));
        assertThat(causes(garden, enriched("a", candidate("b", .7)), enriched("b", candidate("a", .7))))
                .containsExactly(Cause.OTHER_END_LACKS_IT);
        assertThat(causes(garden, enriched("a", typed("b", .7, "enables")), enriched("b", typed("a", .7, "requires"))))
                .containsExactly(Cause.TYPE_CHANGED);
    }

    @Test
    void shouldFollowARenameAndReciprocateInTheSameCycle() {
        // given: b was called old, and before that older
        GardenState garden = new GardenState(
                List.of(section("a", link("older", .9)), section("b")),
                Map.of("older", "old", "old", "b"),
                Map.of(),
                Set.of(),
                Feedback.NONE);
        // when
        List<Revision> plan = plan(garden, enriched("a", candidate("b", .9)), enriched("b"));
        // then
        assertThat(plan)
                .flatExtracting(Revision::decisions)
                .extracting(Decision::cause)
                .containsExactly(Cause.TARGET_RENAMED, Cause.OTHER_END_LACKS_IT);
        assertThat(plan(garden.after(reread(plan)), enriched("a", candidate("b", .9)), enriched("b")))
                .isEmpty();
    }

    @Test
    void shouldSayWhyTheOtherEndLacksTheLink() {
        // given
        Enriched[] said = {enriched("a", candidate("b", .9)), enriched("b")};
        GardenState closed = GardenState.of(List.of(section("a"), section("b", SectionState.Form.CLOSED)));
        GardenState open = GardenState.of(List.of(section("a"), section("b")));
        GardenState optedOut =
                open.with(new Feedback(List.of(new Feedback.Entry("b", Kind.SECTION, "", Verdict.OPTED_OUT, null))));
        Policy except = POLICY.with(new Scope(Decisions.ALL, true, FileFilter.ALL, FileFilter.of("b")));
        Policy one = POLICY.with(MaxFiles.of(1));
        // then
        assertThat(reasons(closed, POLICY, said)).containsExactly(Unreciprocated.CLOSED);
        assertThat(reasons(optedOut, POLICY, said)).containsExactly(Unreciprocated.OPTED_OUT);
        assertThat(reasons(open, except, said)).containsExactly(Unreciprocated.EXCLUDED);
        assertThat(reasons(open, POLICY, said[0])).containsExactly(Unreciprocated.NOT_INFERRED);
        assertThat(reasons(open, one, said)).containsExactly(Unreciprocated.LATER);
        assertThat(reasons(open, POLICY, said)).isEmpty();
    }

    @Test
    void shouldLinkOneWayIntoAFullPatternOnlyWhereLinksAreFew() {
        // given: hub has room for two, and nobody else is near anybody
        Policy two = POLICY.with(new Limits(2, 1, 10, 0));
        List<SectionState> sections = new ArrayList<>(List.of(section("hub")));
        List<Enriched> said = new ArrayList<>(List.of(enriched("hub")));
        for (int i = 0; i < 4; i++) {
            sections.add(section("s" + i));
            said.add(enriched("s" + i, candidate("hub", .9 - .01 * i)));
        }
        // when
        GardenState garden = GardenState.of(sections);
        GardenState after = garden.after(Planner.plan(garden, said, two, TODAY));
        // then: twice as many point at it as it has links itself
        assertThat(targets(after, "hub")).containsExactly("s0", "s1");
        assertThat(IntStream.range(0, 4).filter(i -> targets(after, "s" + i).contains("hub")))
                .hasSize(4);
        assertThat(Reciprocity.of(after, said, two).reasons())
                .containsExactly(Map.entry(Unreciprocated.OTHER_END_FULL, 2));
    }

    @Test
    void shouldDropTheWeakestWhenTooManyPointAtOneTarget() {
        // given
        Policy few = POLICY.with(new Limits(1, .1, 10, 0));
        List<SectionState> sections = new ArrayList<>(List.of(section("hub")));
        List<Enriched> said = new ArrayList<>(List.of(enriched("hub")));
        for (int i = 0; i < 4; i++) {
            sections.add(section("s" + i, link("hub", .9)));
            said.add(enriched("s" + i, candidate("hub", .9 - .01 * i)));
        }
        // when
        List<Revision> plan = Planner.plan(GardenState.of(sections), said, few, TODAY);
        // then
        assertThat(plan)
                .filteredOn(revision -> revision.decisions().get(0).cause() == Cause.OVER_INCOMING_SHARE)
                .extracting(Revision::slug)
                .containsExactly("s2", "s3");
    }

    @Test
    void shouldWeakenWhatAGardenCommitLeftAndDropWhatNobodyKnows() {
        // given: half of the half-life has gone by
        SectionState section = section("a", TODAY.minusDays(45), link("b", .9), link("c", .9));
        GardenState garden =
                GardenState.of(List.of(section, section("b"), section("c"))).with(new Tended(Map.of("a", Set.of("b"))));
        // when
        List<Revision> plan = plan(garden, enriched("a"));
        // then
        assertThat(plan.get(0).decisions())
                .extracting(Decision::action, Decision::cause, Decision::after)
                .containsExactly(
                        tuple(Action.WEAKEN, Cause.NOT_REAFFIRMED, .63),
                        tuple(Action.DROP, Cause.BELOW_DROP_THRESHOLD, null));
        assertThat(Planner.doubtful(garden, List.of(enriched("a")), POLICY)).containsExactly("a");
    }

    @Test
    void shouldDropWhatHasFadedBelowTheDropThreshold() {
        GardenState garden = GardenState.of(List.of(section("a", TODAY.minusDays(90), link("b", .9)), section("b")))
                .with(new Tended(Map.of("a", Set.of("b"))));
        assertThat(plan(garden, enriched("a")).get(0).decisions())
                .extracting(Decision::cause, Decision::detail)
                .containsExactly(tuple(Cause.BELOW_DROP_THRESHOLD, "not reaffirmed, faded to 0.45"));
    }

    @Test
    void shouldWriteALittleFadingOnlyWhenTheSectionIsDatedAnew() {
        // given
        Tended tended = new Tended(Map.of("a", Set.of("b")));
        LocalDate yesterday = TODAY.minusDays(1);
        GardenState alone = GardenState.of(List.of(section("a", yesterday, link("b", .9)), section("b")))
                .with(tended);
        GardenState beside = GardenState.of(
                        List.of(section("a", yesterday, link("b", .9), link("gone", .9)), section("b")))
                .with(tended);
        // then
        assertThat(plan(alone, enriched("a"))).isEmpty();
        assertThat(plan(beside, enriched("a")).get(0).decisions())
                .extracting(Decision::action, Decision::after)
                .containsExactly(tuple(Action.WEAKEN, .89), tuple(Action.DROP, null));
    }

    @Test
    void shouldOnlyAddOrOnlyTakeAwayWhenTheGardenAllowsNoMore() {
        // given
        GardenState garden = GardenState.of(List.of(section("a", link("gone", .9)), section("b")));
        Enriched[] said = {enriched("a", candidate("b", .9)), enriched("b", candidate("a", .9))};
        Policy plant = POLICY.with(new Scope(Decisions.PLANT, true, FileFilter.ALL, FileFilter.NONE));
        Policy drop = POLICY.with(new Scope(Decisions.DROP, true, FileFilter.ALL, FileFilter.NONE));
        // then
        assertThat(Planner.plan(garden, List.of(said), plant, TODAY))
                .flatExtracting(Revision::decisions)
                .extracting(Decision::action)
                .containsExactly(Action.PLANT, Action.PLANT);
        assertThat(Planner.plan(garden, List.of(said), drop, TODAY))
                .flatExtracting(Revision::decisions)
                .extracting(Decision::cause)
                .containsExactly(Cause.TARGET_REMOVED);
    }

    private static List<Revision> reread(List<Revision> plan) {
        return plan.stream()
                .map(revision -> new Revision(
                        revision.slug(),
                        revision.repository(),
                        revision.path(),
                        Application.reread(revision.section()),
                        revision.decisions(),
                        revision.kept()))
                .toList();
    }

    private static List<String> targets(GardenState garden, String slug) {
        return Objects.requireNonNull(garden.section(slug)).section().links().stream()
                .map(LinkEntry::target)
                .toList();
    }

    private static Set<Unreciprocated> reasons(GardenState garden, Policy policy, Enriched... said) {
        GardenState after = garden.after(Planner.plan(garden, List.of(said), policy, TODAY));
        return Reciprocity.of(after, List.of(said), policy).reasons().keySet();
    }

    private static Reciprocity reciprocity(GardenState garden, Enriched... said) {
        return Reciprocity.of(garden, List.of(said), POLICY);
    }

    private static List<Revision> plan(GardenState garden, Enriched... said) {
        return Planner.plan(garden, List.of(said), POLICY, TODAY);
    }

    private static List<Cause> causes(GardenState garden, Enriched... said) {
        return plan(garden, said).stream()
                .flatMap(revision -> revision.decisions().stream())
                .map(Decision::cause)
                .toList();
    }

    private static SectionState section(String slug, LinkEntry... links) {
        return section(slug, TODAY, links);
    }

    private static SectionState section(String slug, LocalDate date, LinkEntry... links) {
        return section(slug, SectionState.Form.PRESENT, date, links);
    }

    private static SectionState section(String slug, SectionState.Form form) {
        return section(slug, form, TODAY);
    }

    private static SectionState section(String slug, SectionState.Form form, LocalDate date, LinkEntry... links) {
        return new SectionState(
                slug,
                "id-" + slug,
                "east",
                "p/" + slug + ".md",
                form,
                Application.reread(new GardenSection(Optional.of(date), List.of(), List.of(), List.of(links))),
                List.of(),
                "the soil must rest");
    }

    private static LinkEntry link(String target, double confidence) {
        return new LinkEntry(target, "complementary", OptionalDouble.of(confidence), "Near.", Origin.NEW);
    }

    private static Candidate candidate(String target, double confidence) {
        return typed(target, confidence, "complementary");
    }

    private static Candidate typed(String target, double confidence, String type) {
        return new Candidate(target, type, confidence, "Near.");
    }

    private static Enriched enriched(String slug, Candidate... candidates) {
        return new Enriched(slug, List.of(), List.of(), List.of(candidates), Set.of());
    }
}
