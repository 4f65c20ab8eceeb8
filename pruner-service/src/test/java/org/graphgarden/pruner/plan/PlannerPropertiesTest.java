package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphgarden.pruner.plan.Gardens.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.SectionEntry;
import org.jspecify.annotations.Nullable;

/** What holds of every plan. */
class PlannerPropertiesTest {
    @Provide
    Arbitrary<Gardens.Case> cases() {
        return Gardens.cases();
    }

    @Property(tries = 2000)
    void shouldPlanNothingWhenThePlanWasApplied(@ForAll("cases") Gardens.Case garden) {
        List<Revision> first = garden.plan(TODAY);
        GardenState after = garden.garden(Application.apply(garden.sections(), first));
        assertThat(Planner.plan(after, garden.enriched(), garden.policy(), TODAY))
                .isEmpty();
    }

    @Property(tries = 2000)
    void shouldPlanNothingAWeekLaterWhenThePlanWasApplied(@ForAll("cases") Gardens.Case garden) {
        LocalDate later = TODAY.plusDays(7);
        List<Revision> first = garden.plan(TODAY);
        GardenState after = garden.garden(Application.apply(garden.sections(), first));
        List<Revision> second = Planner.plan(after, garden.enriched(), garden.policy(), later);
        assertThat(second).allMatch(Revision::refreshOnly);
        List<String> committed = first.stream().map(Revision::repository).toList();
        assertThat(second).noneMatch(revision -> committed.contains(revision.repository()));
    }

    @Property
    void shouldPlanTheSameWhenInputComesInAnotherOrder(@ForAll("cases") Gardens.Case garden, @ForAll long seed) {
        List<SectionState> sections = new ArrayList<>(garden.sections());
        List<Enriched> enriched = new ArrayList<>();
        for (Enriched pattern : garden.enriched()) {
            List<Enriched.Candidate> candidates = new ArrayList<>(pattern.candidates());
            Collections.shuffle(candidates, new Random(seed));
            enriched.add(new Enriched(
                    pattern.slug(), pattern.entities(), pattern.communities(), candidates, pattern.absentNames()));
        }
        Collections.shuffle(sections, new Random(seed));
        boolean oneEach = enriched.stream().map(Enriched::slug).distinct().count() == enriched.size();
        if (oneEach) {
            Collections.shuffle(enriched, new Random(seed));
        }
        assertThat(Planner.plan(garden.garden(sections), enriched, garden.policy(), TODAY))
                .isEqualTo(garden.plan(TODAY));
    }

    @Property
    void shouldHoldLimitsAndLinkOnlyToOtherUncuratedPatternsOnce(@ForAll("cases") Gardens.Case garden) {
        GardenState state = garden.garden();
        for (Revision revision : garden.plan(TODAY)) {
            if (revision.refreshOnly()) {
                continue;
            }
            List<String> targets =
                    revision.section().links().stream().map(LinkEntry::target).toList();
            // What a steward edited is theirs, whatever is wrong with it.
            Wishes wishes = state.wishes(revision.slug());
            List<String> ours = targets.stream()
                    .filter(target -> !wishes.pins(Kind.LINK, target))
                    .toList();
            assertThat(ours).doesNotHaveDuplicates().doesNotContain(revision.slug());
            assertThat(ours).allMatch(target -> state.section(target) != null);
            assertThat(ours).noneMatch(target -> state.curated(revision.slug(), target));
            boolean inferred = garden.enriched().stream().anyMatch(e -> e.slug().equals(revision.slug()));
            int limit = Math.max(garden.policy().limits().linksPerPattern(), targets.size() - ours.size());
            assertThat(targets.size()).isLessThanOrEqualTo(inferred ? limit : targets.size());
        }
    }

    @Property
    void shouldKeepEntriesInOrderAndNewOnesBehind(@ForAll("cases") Gardens.Case garden) {
        for (Revision revision : garden.plan(TODAY)) {
            GardenSection after = revision.section();
            assertOrder(after.entities());
            assertOrder(after.communities());
            assertOrder(after.links());
            List<Double> planted = after.links().stream()
                    .filter(link -> !link.origin().inFile())
                    .map(link -> link.confidence().orElseThrow())
                    .toList();
            assertThat(planted).isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    private static void assertOrder(List<? extends SectionEntry> entries) {
        List<Integer> from = entries.stream()
                .map(SectionEntry::origin)
                .map(origin -> origin.inFile() ? origin.index() : Integer.MAX_VALUE)
                .toList();
        assertThat(from).isSorted();
    }

    @Property
    void shouldGiveACauseForEachDifference(@ForAll("cases") Gardens.Case garden) {
        Map<String, SectionState> before =
                garden.sections().stream().collect(Collectors.toMap(SectionState::slug, Function.identity()));
        for (Revision revision : garden.plan(TODAY)) {
            SectionState section = Objects.requireNonNull(before.get(revision.slug()));
            assertThat(section.form()).isNotEqualTo(SectionState.Form.CLOSED);
            GardenSection now = section.section();
            GardenSection after = revision.section();
            int differences = differences(now.entities(), after.entities())
                    + differences(now.communities(), after.communities())
                    + differences(now.links(), after.links());
            long decisions = revision.decisions().stream()
                    .filter(decision -> decision.kind() != Kind.SECTION)
                    .count();
            assertThat(decisions).isEqualTo(differences);
        }
    }

    private static int differences(List<? extends SectionEntry> before, List<? extends SectionEntry> after) {
        long survivors = after.stream().filter(entry -> entry.origin().inFile()).count();
        long written = after.stream()
                .filter(entry -> !entry.origin().inFile()
                        || !before.get(entry.origin().index()).equals(entry))
                .count();
        return (int) (before.size() - survivors + written);
    }

    @Property
    void shouldLeaveEntitiesAloneUnlessACauseIsNamed(@ForAll("cases") Gardens.Case garden) {
        for (Revision revision : garden.plan(TODAY)) {
            SectionState section = Objects.requireNonNull(garden.garden().section(revision.slug()));
            assertThat(revision.section().entities())
                    .filteredOn(entity -> entity.origin().inFile())
                    .isSubsetOf(section.section().entities());
            assertThat(revision.decisions())
                    .filteredOn(decision -> decision.kind() == Kind.ENTITY)
                    .allMatch(decision -> decision.action() == Action.PLANT
                            || decision.cause() == Cause.DUPLICATE_ID
                            || decision.cause() == Cause.NAME_NOT_IN_TEXT
                            || decision.cause() == Cause.REJECTED);
        }
    }

    @Property(tries = 2000)
    void shouldKeepWhatAStewardEditedToTheLastByte(@ForAll("cases") Gardens.Case garden) {
        for (Revision revision : garden.plan(TODAY)) {
            GardenSection now = Objects.requireNonNull(garden.garden().section(revision.slug()))
                    .section();
            Wishes wishes = garden.garden().wishes(revision.slug());
            assertThat(revision.section().entities()).containsAll(pinned(wishes, Kind.ENTITY, now.entities()));
            assertThat(revision.section().communities()).containsAll(pinned(wishes, Kind.COMMUNITY, now.communities()));
            assertThat(revision.section().links()).containsAll(pinned(wishes, Kind.LINK, now.links()));
        }
    }

    private static <T extends SectionEntry> List<T> pinned(Wishes wishes, Kind kind, List<T> entries) {
        return entries.stream().filter(entry -> wishes.pins(kind, entry.key())).toList();
    }

    @Property(tries = 2000)
    void shouldLeaveNothingStandingThatAStewardRejectedUnlessMuchIsNew(@ForAll("cases") Gardens.Case garden) {
        GardenState state = garden.garden();
        for (Revision revision : garden.plan(TODAY)) {
            Wishes wishes = state.wishes(revision.slug());
            if (revision.refreshOnly()) {
                continue;
            }
            assertThat(revision.section().entities())
                    .noneMatch(entity -> isRejected(wishes, Kind.ENTITY, entity.key()));
            assertThat(revision.section().communities())
                    .noneMatch(community -> isRejected(wishes, Kind.COMMUNITY, community.key()));
            for (LinkEntry link : revision.section().links()) {
                Double confidence = confidence(garden, revision.slug(), link.target());
                assertThat(wishes.pins(Kind.LINK, link.target())
                                || !state.rejected(revision.slug(), link.target(), link.target(), confidence))
                        .isTrue();
            }
        }
    }

    private static boolean isRejected(Wishes wishes, Kind kind, String key) {
        return wishes.rejects(kind, key) && !wishes.pins(kind, key);
    }

    private static @Nullable Double confidence(Gardens.Case garden, String slug, String target) {
        return garden.enriched().stream()
                .filter(pattern -> pattern.slug().equals(slug))
                .flatMap(pattern -> pattern.candidates().stream())
                .filter(candidate -> candidate.target().equals(target))
                .map(Enriched.Candidate::confidence)
                .findFirst()
                .orElse(null);
    }

    @Property(tries = 2000)
    void shouldNotTouchFilesThatOptedOut(@ForAll("cases") Gardens.Case garden) {
        Set<String> optedOut = garden.feedback().entries().stream()
                .filter(entry -> entry.verdict() == Feedback.Verdict.OPTED_OUT)
                .map(Feedback.Entry::slug)
                .collect(Collectors.toSet());
        assertThat(garden.plan(TODAY.plusDays(60))).extracting(Revision::slug).noneMatch(optedOut::contains);
    }
}
