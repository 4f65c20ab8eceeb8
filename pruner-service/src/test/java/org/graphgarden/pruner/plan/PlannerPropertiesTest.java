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
import net.jqwik.api.Assume;
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

    @Property(seed = "1", tries = 2000)
    void shouldPlanNothingWhenThePlanWasApplied(@ForAll("cases") Gardens.Case garden) {
        Gardens.Case after = garden.after(garden.plan(TODAY));
        assertThat(after.plan(TODAY)).isEmpty();
    }

    @Property(seed = "1", tries = 2000)
    void shouldChangeNothingAWeekLaterButDatesAndWhatFades(@ForAll("cases") Gardens.Case garden) {
        List<Revision> first = garden.plan(TODAY);
        Gardens.Case after = garden.after(first);
        Assume.that(!after.fades());
        List<Revision> second = after.plan(TODAY.plusDays(7));
        assertThat(second).allMatch(Revision::refreshOnly);
        List<String> committed = first.stream().map(Revision::repository).toList();
        assertThat(second).noneMatch(revision -> committed.contains(revision.repository()));
    }

    @Property(seed = "1", tries = 200)
    void shouldComeToRestWhenWhatIsNotReaffirmedHasFaded(@ForAll("cases") Gardens.Case garden) {
        Gardens.Case now = garden;
        LocalDate date = TODAY;
        for (int cycle = 0; cycle < 60; cycle++) {
            List<Revision> plan = now.plan(date);
            for (Revision revision : plan) {
                assertThat(revision.decisions())
                        .filteredOn(decision -> decision.action() == Action.WEAKEN)
                        .allMatch(decision ->
                                Objects.requireNonNull(decision.after()) < Objects.requireNonNull(decision.before()));
            }
            now = now.after(plan);
            date = date.plusDays(14);
        }
        assertThat(now.plan(date)).allMatch(Revision::refreshOnly);
    }

    @Property(seed = "1", tries = 1000)
    void shouldComeToTheSameInCyclesOfAFewFiles(@ForAll("cases") Gardens.Case garden) {
        Gardens.Case whole = garden.after(garden.plan(TODAY));
        Gardens.Case some = garden.with(garden.policy().with(MaxFiles.of(2)));
        for (List<Revision> plan = some.plan(TODAY); !plan.isEmpty(); plan = some.plan(TODAY)) {
            assertThat(plan).hasSizeLessThanOrEqualTo(2);
            some = some.after(plan);
        }
        assertThat(links(some)).isEqualTo(links(whole));
    }

    private static List<String> links(Gardens.Case garden) {
        return garden.sections().stream()
                .flatMap(section -> section.section().links().stream()
                        .map(link -> section.slug() + " " + link.target() + " " + link.type() + " " + link.confidence())
                        .sorted())
                .toList();
    }

    /** Whatever else is in the garden: surer means not less likely to stand. */
    @Property(seed = "1", tries = 2000)
    void shouldKeepOrPlantALinkStillWhenItsPairIsSurer(@ForAll("cases") Gardens.Case garden, @ForAll long seed) {
        List<Edge> edges = edges(garden.after(garden.plan(TODAY)).garden());
        Assume.that(!edges.isEmpty());
        Edge edge = edges.get(new Random(seed).nextInt(edges.size()));
        double more = new Random(seed).nextDouble();
        Gardens.Case surer = garden.with(garden.enriched().stream()
                .map(pattern -> raised(pattern, edge, more))
                .toList());
        assertThat(edges(surer.after(surer.plan(TODAY)).garden())).contains(edge);
    }

    private static Enriched raised(Enriched pattern, Edge edge, double more) {
        return new Enriched(
                pattern.slug(),
                pattern.entities(),
                pattern.communities(),
                pattern.candidates().stream()
                        .map(candidate -> edge.joins(pattern.slug(), candidate.target())
                                ? new Enriched.Candidate(
                                        candidate.target(),
                                        candidate.type(),
                                        candidate.confidence() + more * (1 - candidate.confidence()),
                                        candidate.reason())
                                : candidate)
                        .toList(),
                pattern.absentNames());
    }

    private record Edge(String from, String to) {
        boolean joins(String one, String other) {
            return (one.equals(from) && other.equals(to)) || (one.equals(to) && other.equals(from));
        }
    }

    private static List<Edge> edges(GardenState garden) {
        List<Edge> edges = new ArrayList<>();
        for (SectionState section : garden.sections()) {
            for (LinkEntry link : section.section().links()) {
                if (garden.resolve(link.target()) instanceof Target.Found found) {
                    edges.add(new Edge(section.slug(), found.slug()));
                }
            }
        }
        return edges;
    }

    @Property(seed = "1", tries = 2000)
    void shouldLetNoMorePointAtAPatternThanMay(@ForAll("cases") Gardens.Case garden) {
        GardenState before = garden.garden();
        Map<Edge, Long> standing = count(edges(before));
        GardenState after = garden.after(garden.plan(TODAY)).garden();
        Set<String> known = garden.enriched().stream().map(Enriched::slug).collect(Collectors.toSet());
        int limit = garden.policy().limits().incoming(garden.sections().size());
        Map<String, List<Edge>> byTarget = edges(after).stream().collect(Collectors.groupingBy(Edge::to));
        byTarget.forEach((target, edges) -> {
            // What may not be touched may be more than that, and then nothing comes to it.
            boolean fromOutside =
                    edges.stream().anyMatch(edge -> standing.containsKey(edge) && !mayGo(garden, known, after, edge));
            if (!fromOutside) {
                assertThat(edges).hasSizeLessThanOrEqualTo(limit);
            } else if (edges.size() > limit) {
                assertThat(standing.keySet()).containsAll(edges);
            }
        });
    }

    private static Map<Edge, Long> count(List<Edge> edges) {
        return edges.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static boolean mayGo(Gardens.Case garden, Set<String> known, GardenState state, Edge edge) {
        SectionState section = Objects.requireNonNull(state.section(edge.from()));
        Scope scope = garden.policy().scope();
        return scope.decisions().drops()
                && known.contains(edge.from())
                && section.form() == SectionState.Form.PRESENT
                && scope.includes(section)
                && !state.wishes(edge.from()).optedOut()
                && section.section().links().stream()
                        .noneMatch(link -> state.wishes(edge.from()).pins(Kind.LINK, link.target())
                                && state.resolve(link.target()) instanceof Target.Found found
                                && found.slug().equals(edge.to()));
    }

    @Property(seed = "1", tries = 2000)
    void shouldSayWhyTheOtherEndOfASymmetricLinkLacksIt(@ForAll("cases") Gardens.Case garden) {
        GardenState after = garden.garden().after(garden.plan(TODAY));
        Reciprocity found = Reciprocity.of(after, garden.enriched(), garden.policy());
        int reasons =
                found.reasons().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(found.reciprocated() + reasons).isEqualTo(found.symmetric());
        assertThat(found.reasons()).doesNotContainKey(Unreciprocated.LATER);
    }

    @Property(seed = "1", tries = 2000)
    void shouldDoOnlyWhatIsAllowed(@ForAll("cases") Gardens.Case garden) {
        Decisions allowed = garden.policy().scope().decisions();
        for (Revision revision : garden.plan(TODAY)) {
            assertThat(garden.policy()
                            .scope()
                            .includes(Objects.requireNonNull(garden.garden().section(revision.slug()))))
                    .isTrue();
            assertThat(revision.decisions())
                    .filteredOn(decision -> decision.kind() != Kind.SECTION)
                    .allMatch(decision -> switch (decision.action()) {
                        case PLANT, RECIPROCATE -> allowed.plants();
                        case DROP, RETARGET, REWRITE, WEAKEN, REFRESH -> allowed.drops();
                    });
        }
    }

    @Property(seed = "1")
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

    @Property(seed = "1")
    void shouldHoldLimitsAndLinkOnlyToOtherUncuratedPatternsOnce(@ForAll("cases") Gardens.Case garden) {
        GardenState state = garden.garden();
        for (Revision revision : garden.plan(TODAY)) {
            if (revision.refreshOnly() || !garden.policy().scope().decisions().drops()) {
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

    @Property(seed = "1", tries = 2000)
    void shouldPlantNothingThatIsRejectedCuratedDanglingTwiceThereOrItself(@ForAll("cases") Gardens.Case garden) {
        GardenState state = garden.garden();
        Bonds bonds = new Bonds(state, garden.enriched());
        for (Revision revision : garden.plan(TODAY)) {
            String slug = revision.slug();
            for (LinkEntry link : revision.section().links()) {
                String target = link.target();
                if (!link.origin().inFile()) {
                    assertThat(target).isNotEqualTo(slug);
                    assertThat(state.section(target)).isNotNull();
                    assertThat(state.curated(slug, target)).isFalse();
                    assertThat(state.rejected(slug, target, null, bonds.confidence(slug, target)))
                            .isFalse();
                    assertThat(revision.section().links().stream().filter(other -> state.resolve(other.target())
                                    .equals(state.resolve(target))))
                            .hasSize(1);
                }
            }
        }
    }

    @Property(seed = "1")
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

    @Property(seed = "1")
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

    @Property(seed = "1")
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

    @Property(seed = "1", tries = 2000)
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

    @Property(seed = "1", tries = 2000)
    void shouldLeaveNothingStandingThatAStewardRejectedUnlessMuchIsNew(@ForAll("cases") Gardens.Case garden) {
        GardenState state = garden.garden();
        for (Revision revision : garden.plan(TODAY)) {
            Wishes wishes = state.wishes(revision.slug());
            if (revision.refreshOnly() || !garden.policy().scope().decisions().drops()) {
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

    /** As the surer of the two directions. */
    private static @Nullable Double confidence(Gardens.Case garden, String slug, String target) {
        return new Bonds(garden.garden(), garden.enriched()).confidence(slug, target);
    }

    @Property(seed = "1", tries = 2000)
    void shouldNotTouchFilesThatOptedOut(@ForAll("cases") Gardens.Case garden) {
        Set<String> optedOut = garden.feedback().entries().stream()
                .filter(entry -> entry.verdict() == Feedback.Verdict.OPTED_OUT)
                .map(Feedback.Entry::slug)
                .collect(Collectors.toSet());
        assertThat(garden.plan(TODAY.plusDays(60))).extracting(Revision::slug).noneMatch(optedOut::contains);
    }
}
