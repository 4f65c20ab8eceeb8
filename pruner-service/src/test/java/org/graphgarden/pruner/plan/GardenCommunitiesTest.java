package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphgarden.pruner.plan.Gardens.TODAY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.pruner.bench.SyntheticGarden;
import org.graphgarden.pruner.plan.Feedback.Verdict;
import org.junit.jupiter.api.Test;

/** Communities of whole gardens, from cycle to cycle. */
class GardenCommunitiesTest {
    private static final Policy POLICY = Policy.DEFAULT;
    private static final SyntheticGarden GARDEN = SyntheticGarden.of(300, 5, 0);

    @Test
    void shouldTellMostPatternsTwoToFiveCommunities() {
        // when
        List<SectionState> after = tended(GARDEN.sections(), POLICY);

        // then
        assertThat(after).allMatch(section -> section.section().communities().size() <= 5);
        assertThat(after.stream()
                        .filter(section -> section.section().communities().size() >= 2)
                        .count())
                .isGreaterThan(after.size() * 7L / 10);
    }

    @Test
    void shouldPlanNothingWhenThePlanWasApplied() {
        // given
        List<SectionState> after = tended(GARDEN.sections(), POLICY);

        // then
        assertThat(plan(after, POLICY)).isEmpty();
    }

    @Test
    void shouldFindTheSameInWhateverOrderPatternsCome() {
        // given
        List<SectionState> shuffled = new ArrayList<>(GARDEN.sections());
        Collections.shuffle(shuffled, new Random(3));

        // then
        assertThat(plan(shuffled, POLICY)).isEqualTo(plan(GARDEN.sections(), POLICY));
    }

    @Test
    void shouldComeToTheSameWhenFewFilesMayChangeACycle() {
        // given
        Policy frugal = POLICY.with(MaxFiles.of(90));
        List<SectionState> little = GARDEN.sections();

        // when
        for (int cycle = 0; cycle < 5; cycle++) {
            little = tended(little, frugal);
        }

        // then
        assertThat(plan(little, frugal)).isEmpty();
        assertThat(labels(little)).isEqualTo(labels(tended(GARDEN.sections(), POLICY)));
    }

    @Test
    void shouldKeepNamesAndHardlyTouchAFileWhenAFewPatternsGoAndComeBack() {
        // given
        List<SectionState> first = tended(GARDEN.sections(), POLICY);
        List<SectionState> less = new ArrayList<>(first);
        less.removeIf(section -> Math.floorMod(section.slug().hashCode(), 50) == 7);

        // when
        List<SectionState> second = tended(less, POLICY);
        List<SectionState> back = new ArrayList<>(second);
        GARDEN.sections().stream()
                .filter(section -> !slugs(less).contains(section.slug()))
                .forEach(back::add);
        List<SectionState> third = tended(back, POLICY);

        // then
        assertThat(less.size()).isBetween(285, 298);
        assertThat(labels(second).values().stream().flatMap(Set::stream)).isSubsetOf(allLabels(first));
        assertThat(allLabels(third)).isEqualTo(allLabels(first));
        assertThat(told(second, less)).isLessThan(first.size() / 20);
    }

    @Test
    void shouldNeverTellAgainWhatAStewardRejected() {
        // given
        List<SectionState> first = tended(GARDEN.sections(), POLICY);
        SectionState section = first.get(0);
        CommunityEntry community = section.section().communities().get(1);
        Feedback feedback = new Feedback(List.of(new Feedback.Entry(
                section.slug(), Kind.COMMUNITY, community.id().replace('-', ' '), Verdict.REJECTED, null)));

        // when
        GardenState garden = GardenState.of(GARDEN.sections()).with(feedback);
        List<SectionState> after =
                Application.apply(GARDEN.sections(), Planner.plan(garden, GARDEN.enriched(), POLICY, TODAY));

        // then
        assertThat(labels(after).get(section.slug())).doesNotContain(community.label());
        assertThat(allLabels(after)).contains(community.label());
    }

    @Test
    void shouldTellNothingWhenSwitchedOff() {
        // given
        Limits limits = POLICY.limits();
        Policy off = POLICY.with(
                new Limits(limits.linksPerPattern(), limits.incomingShare(), limits.entitiesPerPattern(), 0));

        // then
        assertThat(allLabels(tended(GARDEN.sections(), off))).isEmpty();
    }

    @Test
    void shouldFindFewOrNoGroupsInASmallGarden() {
        // given
        SyntheticGarden small = SyntheticGarden.of(20, 1, 0);

        // when
        List<SectionState> after = Application.apply(
                small.sections(), Planner.plan(GardenState.of(small.sections()), small.enriched(), POLICY, TODAY));

        // then
        assertThat(allLabels(after)).hasSizeLessThanOrEqualTo(4);
    }

    private static List<Revision> plan(Collection<SectionState> sections, Policy policy) {
        Set<String> there = slugs(sections);
        List<Enriched> said = GARDEN.enriched().stream()
                .filter(enriched -> there.contains(enriched.slug()))
                .toList();
        return Planner.plan(GardenState.of(sections), said, policy, TODAY);
    }

    private static List<SectionState> tended(List<SectionState> sections, Policy policy) {
        return Application.apply(sections, plan(sections, policy));
    }

    private static Set<String> slugs(Collection<SectionState> sections) {
        return sections.stream().map(SectionState::slug).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> labels(List<SectionState> sections) {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (SectionState section : sections) {
            labels.put(
                    section.slug(),
                    section.section().communities().stream()
                            .map(CommunityEntry::label)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return labels;
    }

    private static Set<String> allLabels(List<SectionState> sections) {
        return labels(sections).values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many more communities are told than before. */
    private static int told(List<SectionState> after, List<SectionState> before) {
        return count(after) - count(before);
    }

    private static int count(List<SectionState> sections) {
        return sections.stream()
                .mapToInt(section -> section.section().communities().size())
                .sum();
    }
}
