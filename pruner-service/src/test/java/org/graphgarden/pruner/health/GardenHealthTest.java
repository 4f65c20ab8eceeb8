package org.graphgarden.pruner.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Decisions;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.FileFilter;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.Scope;
import org.graphgarden.pruner.plan.SectionState.Form;
import org.junit.jupiter.api.Test;

class GardenHealthTest {
    @Test
    void shouldCountDegreesAndOrphansWhenSomePatternsAreLinked() {
        // given: ash -> birch, cedar; birch -> ash; cedar is related to elder; fir stands alone
        Bed bed = new Bed()
                .pattern("ash", List.of(), "birch", "cedar")
                .pattern("birch", List.of(), "ash")
                .pattern("cedar", List.of("elder"))
                .pattern("elder", List.of())
                .pattern("fir", List.of());

        // when
        GardenHealth health = GardenHealth.of(bed.look(), null, null);

        // then
        assertThat(health.figure(Measure.PATTERNS)).isEqualTo(5);
        assertThat(health.figure(Measure.LINKS)).isEqualTo(3);
        assertThat(health.figure(Measure.RELATIONS)).isEqualTo(1);
        assertThat(health.figure(Measure.LINKED)).isEqualTo(0.4);
        assertThat(health.orphans()).containsExactly("fir");
        assertThat(health.figure(Measure.OUT_MEDIAN)).isEqualTo(0);
        assertThat(health.figure(Measure.IN_MEDIAN)).isEqualTo(1);
        assertThat(health.figure(Measure.IN_MOST)).isEqualTo(1);
        assertThat(counts(health, Tally.LINKS_OUT))
                .containsEntry("0", 3)
                .containsEntry("1", 1)
                .containsEntry("2", 1);
        assertThat(counts(health, Tally.LINKS_IN)).containsEntry("0", 2).containsEntry("1", 3);
        assertThat(health.figure(Measure.COMMUNITIES)).isEqualTo(5);
    }

    @Test
    void shouldNameFileAndTargetWhenSomethingDangles() {
        // given
        Bed bed = new Bed()
                .pattern("ash", List.of("nowhere", "birch", "former"), "gone", "", "unreadable")
                .pattern("birch", List.of());
        GardenState garden = new GardenState(
                bed.state().sections(),
                Map.of("former", "birch"),
                Map.of("gone", "c0ffee"),
                Set.of("unreadable"),
                Feedback.NONE);

        // when
        GardenHealth health = GardenHealth.of(bed.look().at(garden), null, null);

        // then
        assertThat(health.dangling())
                .extracting(Dangling::path, Dangling::target, Dangling::curated, Dangling::cause, Dangling::detail)
                .containsExactly(
                        row("", false, "no-target", ""),
                        row("former", true, "target-renamed", "now birch"),
                        row("gone", false, "target-removed", "commit c0ffee"),
                        row("nowhere", true, "target-removed", ""),
                        row("unreadable", false, "target-unreadable", ""));
        assertThat(health.figure(Measure.DANGLING_LINKS)).isEqualTo(3);
        assertThat(health.figure(Measure.DANGLING_RELATIONS)).isEqualTo(2);
        assertThat(health.findings())
                .extracting(Finding::concern)
                .startsWith(Concern.DANGLING_LINKS, Concern.DANGLING_RELATIONS);
    }

    private static Tuple row(String target, boolean curated, String cause, String detail) {
        return Tuple.tuple("wild/ash.md", target, curated, cause, detail);
    }

    @Test
    void shouldTellFaultsApartWhenLinksShouldNotBeThere() {
        // given: a link to itself, one twice, one that people made already from the other side
        Bed bed = new Bed()
                .pattern("ash", List.of(), "ash", "birch", "birch", "cedar")
                .pattern("birch", List.of())
                .pattern("cedar", List.of("ash"));

        // when
        GardenHealth health = GardenHealth.of(bed.look(), null, null);

        // then
        assertThat(counts(health, Tally.FAULTY_LINKS))
                .containsExactlyInAnyOrderEntriesOf(Map.of("self-link", 1, "duplicate", 1, "already-curated", 1));
        assertThat(health.figure(Measure.FAULTY_LINKS)).isEqualTo(3);
    }

    @Test
    void shouldGiveTheCauseWhenASymmetricLinkStandsOneWay() {
        // given
        List<LinkEntry> eight = Bed.links("t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7");
        Bed bed = new Bed()
                .pattern("ash", List.of(), "birch", "closed", "out", "full", "other", "roomy")
                .pattern("birch", List.of(), "ash")
                .pattern("closed", Form.CLOSED, Bed.TODAY, List.of(), List.of())
                .pattern("out", List.of())
                .pattern("full", Form.PRESENT, Bed.TODAY, List.of(), eight)
                .pattern("other", Form.PRESENT, Bed.TODAY, List.of(), List.of(Bed.link("ash", "enables", 0.9)))
                .pattern("roomy", List.of())
                .said(new Feedback.Entry("out", Kind.SECTION, "", Feedback.Verdict.OPTED_OUT, null));

        // when
        GardenHealth health = GardenHealth.of(bed.look(), null, null);

        // then: 7 symmetric links point at patterns, 2 of them at each other
        assertThat(counts(health, Tally.ONE_WAY))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "closed", 1,
                        "opted-out", 1,
                        "other-end-full", 1,
                        "other-type", 1,
                        "later", 1));
        assertThat(health.figure(Measure.RECIPROCITY)).isEqualTo(0.2857);
        assertThat(counts(health, Tally.FEEDBACK)).containsExactly(Map.entry("opted-out", 1));
    }

    @Test
    void shouldCountConfidencesByTwentiethsWhenSomeAreMissing() {
        // given
        LinkEntry bare = new LinkEntry("t5", "", OptionalDouble.empty(), "", Origin.NEW);
        List<LinkEntry> links = List.of(
                Bed.link("t1", "enables", 0.85),
                Bed.link("t2", "enables", 0.8499),
                Bed.link("t3", "enables", 1),
                Bed.link("t4", "enables", 7),
                bare);
        Bed bed = new Bed().pattern("ash", Form.PRESENT, Bed.TODAY, List.of(), links);

        // when
        GardenHealth health = GardenHealth.of(bed.look(), null, null);

        // then
        assertThat(counts(health, Tally.CONFIDENCE))
                .hasSize(21)
                .containsEntry("0.80", 1)
                .containsEntry("0.85", 1)
                .containsEntry("0.95", 1)
                .containsEntry("none", 2);
    }

    @Test
    void shouldLeaveOutWhatNobodyMayTouchWhenItCountsWhatIsOverdue() {
        // given: the refresh age is 30 days, and dates wait as long again for a revision to go along with
        Bed bed = new Bed()
                .pattern("ash", Form.PRESENT, Bed.TODAY.minusDays(61), List.of(), List.of())
                .pattern("birch", Form.PRESENT, Bed.TODAY.minusDays(60), List.of(), List.of())
                .pattern("cedar", Form.CLOSED, Bed.TODAY.minusDays(99), List.of(), List.of())
                .file("elder", Form.ABSENT, GardenSection.EMPTY, List.of())
                .file("fir", Form.ABSENT, GardenSection.EMPTY, List.of())
                .said(new Feedback.Entry("fir", Kind.SECTION, "", Feedback.Verdict.OPTED_OUT, null));

        // when
        GardenHealth health = GardenHealth.of(bed.look(), null, null);

        // then
        assertThat(health.figure(Measure.OVERDUE)).isEqualTo(1);
        assertThat(health.figure(Measure.NEVER_PRUNED)).isEqualTo(1);
    }

    @Test
    void shouldCountNothingAsOverdueThatThePolicyLeavesAlone() {
        // given
        Bed bed = new Bed()
                .pattern("ash", Form.PRESENT, Bed.TODAY.minusDays(99), List.of(), List.of())
                .pattern("birch", Form.PRESENT, Bed.TODAY.minusDays(99), List.of(), List.of())
                .file("elder", Form.ABSENT, GardenSection.EMPTY, List.of());
        Policy policy = Policy.DEFAULT.with(
                new Scope(Decisions.ALL, false, FileFilter.ALL, FileFilter.anyOf(List.of("birch"))));

        // when
        Look look = new Look(bed.state(), policy, List.of(), Bed.TODAY, List.of(), Beside.NOTHING.nearDuplicates());
        GardenHealth health = GardenHealth.of(look, null, null);

        // then
        assertThat(health.figure(Measure.OVERDUE)).isEqualTo(1);
        assertThat(health.figure(Measure.NEVER_PRUNED)).isZero();
    }

    @Test
    void shouldCountAsOneWhateverFilesHaveForATypeWhenItIsNone() {
        // given
        Bed bed = new Bed()
                .pattern(
                        "ash",
                        Form.PRESENT,
                        Bed.TODAY,
                        List.of(),
                        List.of(Bed.link("birch", "x1", .9), Bed.link("elm", "x2", .9)))
                .pattern("birch", List.of(), "ash");

        // when
        List<TallyCount> types = GardenHealth.of(bed.look(), null, null).tally(Tally.LINK_TYPES);

        // then
        assertThat(types)
                .extracting(TallyCount::id, TallyCount::now)
                .containsExactly(tuple("complementary", 1), tuple("other", 2));
    }

    @Test
    void shouldCompareWithBeforeAndLastWhenBothAreKnown() {
        // given
        GardenState weeds = new Bed()
                .pattern("ash", List.of(), "gone")
                .pattern("birch", List.of())
                .state();
        Bed tended = new Bed().pattern("ash", List.of(), "birch").pattern("birch", List.of(), "ash");
        GardenHealth last = GardenHealth.of(tended.look().at(weeds), null, null);
        Look look = new Look(
                tended.state(),
                Policy.DEFAULT,
                List.of(),
                Bed.TODAY.plusDays(7),
                List.of("FILE_TOO_LARGE"),
                new TreeSet<>(Set.of(NearDuplicates.of("birch", "ash"))));

        // when
        GardenHealth health = GardenHealth.of(look, weeds, last);

        // then
        assertThat(health.lastDate()).isEqualTo(Bed.TODAY);
        assertThat(health.measures())
                .contains(
                        new Measurement(Measure.DANGLING_LINKS, 0, 1.0, 1.0),
                        new Measurement(Measure.LINKED, 1, 0.5, 0.5),
                        new Measurement(Measure.REFUSED, 1, 1.0, 0.0));
        assertThat(health.tally(Tally.DANGLING_LINKS))
                .containsExactly(new TallyCount(Tally.DANGLING_LINKS, "target-removed", 0, 1));
        assertThat(health.nearDuplicates()).containsExactly(new NearDuplicates("ash", "birch"));
        assertThat(health.findings())
                .extracting(Finding::concern)
                .containsExactly(Concern.REFUSED_FILES, Concern.NEAR_DUPLICATES);
    }

    @Test
    void shouldMeasureEveryFigureWhenTheGardenIsEmpty() {
        // given
        Bed bed = new Bed();

        // when
        GardenHealth health = GardenHealth.of(bed.look(), bed.state(), null);

        // then
        assertThat(health.measures()).extracting(Measurement::measure).containsExactly(Measure.values());
        assertThat(health.findings()).isEmpty();
    }

    private static Map<String, Integer> counts(GardenHealth health, Tally tally) {
        return health.tally(tally).stream().collect(Collectors.toMap(TallyCount::id, TallyCount::now));
    }
}
