package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback.Verdict;
import org.graphgarden.pruner.plan.SectionState.Form;

/** Small gardens in which everything that can be wrong often is. */
final class Gardens {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<String> WORDS =
            List.of("compost", "Composts", "rain water", "Rain-Water", "seed (heirloom)", "seeds", "bees");

    /** A garden, what inference says of it, and a policy. */
    record Case(
            List<SectionState> sections,
            Map<String, String> renames,
            Set<String> unreadable,
            List<Enriched> enriched,
            Feedback feedback,
            Policy policy) {
        GardenState garden() {
            return garden(sections);
        }

        GardenState garden(List<SectionState> states) {
            return new GardenState(states, renames, Map.of("gone1", "c0ffee"), unreadable, feedback);
        }

        List<Revision> plan(LocalDate date) {
            return Planner.plan(garden(), enriched, policy, date);
        }
    }

    private Gardens() {}

    static Arbitrary<Case> cases() {
        return Arbitraries.integers().between(1, 7).flatMap(size -> Combinators.combine(
                        each(size, Gardens::section),
                        Arbitraries.maps(formerSlug(), Arbitraries.oneOf(slug(size), formerSlug()))
                                .ofMaxSize(3),
                        formerSlug().set().ofMaxSize(1),
                        each(size, Gardens::enriched),
                        feedback(size),
                        policy())
                .as((sections, renames, unreadable, enriched, feedback, policy) ->
                        new Case(sections, new HashMap<>(renames), unreadable, enriched, feedback, policy)));
    }

    private interface Maker<T> {
        Arbitrary<T> make(int index, int size);
    }

    private static <T> Arbitrary<List<T>> each(int size, Maker<T> maker) {
        List<Arbitrary<T>> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(maker.make(i, size));
        }
        return Combinators.combine(all).as(list -> list);
    }

    private static Arbitrary<String> slug(int size) {
        return Arbitraries.integers().between(0, size - 1).map(i -> "s" + i);
    }

    private static Arbitrary<String> formerSlug() {
        return Arbitraries.of("gone1", "gone2", "gone3", "gone4");
    }

    private static Arbitrary<String> name(int size) {
        return Arbitraries.frequencyOf(
                Tuple.of(8, slug(size)),
                Tuple.of(2, formerSlug()),
                Tuple.of(1, slug(size).map(slug -> "id-" + slug)),
                Tuple.of(1, Arbitraries.just("")));
    }

    private static Arbitrary<Double> figure() {
        return Arbitraries.doubles().between(0.0001, 1).ofScale(6);
    }

    private static Arbitrary<String> type() {
        return Arbitraries.of("complementary", "enables");
    }

    private static Arbitrary<String> reason() {
        return Arbitraries.of("Both \"dig deep\".", "Both \"water  early\".", "Near.", "Two\n lines", "");
    }

    private static Arbitrary<LinkEntry> link(int size) {
        return Combinators.combine(name(size), type(), figure().optional(0.9), reason())
                .as((target, type, confidence, reason) ->
                        new LinkEntry(target, type, optional(confidence), reason, Origin.NEW));
    }

    private static Arbitrary<EntityEntry> entity() {
        return Combinators.combine(Arbitraries.of(WORDS), Arbitraries.of(WORDS), figure(), Arbitraries.of(true, false))
                .as((id, label, weight, bare) ->
                        new EntityEntry(bare ? "" : id, "concept", label, OptionalDouble.of(weight), Origin.NEW));
    }

    private static Arbitrary<CommunityEntry> community() {
        return Combinators.combine(Arbitraries.of(WORDS), figure())
                .as((id, weight) -> new CommunityEntry(id, id, "taxonomy", weight));
    }

    private static Arbitrary<SectionState> section(int index, int size) {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(-5, 60).map(age -> TODAY.minusDays(age));
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, Form.PRESENT), Tuple.of(2, Form.ABSENT), Tuple.of(1, Form.CLOSED)),
                        dates.optional(0.8),
                        entity().list().ofMaxSize(4),
                        community().list().ofMaxSize(2),
                        link(size).list().ofMaxSize(6),
                        name(size).list().ofMaxSize(2),
                        Arbitraries.of("", "dig *deep*", "water\n early"))
                .as((form, date, entities, communities, links, curated, text) -> {
                    GardenSection held = new GardenSection(date, entities, communities, links);
                    return new SectionState(
                            "s" + index,
                            "id-s" + index,
                            index % 3 == 0 ? "east" : "west",
                            "patterns/s" + index + ".md",
                            form,
                            form == Form.PRESENT ? Application.reread(held) : GardenSection.EMPTY,
                            curated,
                            text);
                });
    }

    private static OptionalDouble optional(Optional<Double> figure) {
        return figure.isPresent() ? OptionalDouble.of(figure.get()) : OptionalDouble.empty();
    }

    private static Arbitrary<Enriched> enriched(int index, int size) {
        Arbitrary<Candidate> candidate = Combinators.combine(
                        Arbitraries.oneOf(slug(size), formerSlug()), type(), figure(), reason())
                .as(Candidate::new);
        return Combinators.combine(
                        entity().filter(e -> !e.id().isEmpty()).list().ofMaxSize(4),
                        community().list().ofMaxSize(3),
                        candidate.list().ofMaxSize(8),
                        Arbitraries.of(WORDS).set().ofMaxSize(1),
                        Arbitraries.integers().between(0, 9))
                .as((entities, communities, candidates, absent, chance) -> new Enriched(
                        chance == 0 ? "unknown" : "s" + index, entities, communities, once(candidates), absent));
    }

    private static Arbitrary<Feedback> feedback(int size) {
        return entry(size)
                .list()
                .uniqueElements(entry -> List.of(entry.slug(), entry.kind(), entry.id()))
                .ofMaxSize(8)
                .map(Feedback::new);
    }

    private static Arbitrary<Feedback.Entry> entry(int size) {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(5, Kind.LINK),
                Tuple.of(4, Kind.ENTITY),
                Tuple.of(2, Kind.COMMUNITY),
                Tuple.of(1, Kind.SECTION));
        return kinds.flatMap(kind -> Combinators.combine(
                        slug(size),
                        switch (kind) {
                            case LINK -> name(size);
                            case ENTITY, COMMUNITY -> Arbitraries.of(WORDS);
                            case SECTION -> Arbitraries.just("");
                        },
                        verdict(kind),
                        figure().injectNull(.3))
                .as((slug, id, verdict, confidence) -> new Feedback.Entry(slug, kind, id, verdict, confidence)));
    }

    private static Arbitrary<Verdict> verdict(Kind kind) {
        return switch (kind) {
            case LINK -> Arbitraries.of(Verdict.REJECTED, Verdict.PINNED, Verdict.PROMOTED);
            case ENTITY, COMMUNITY -> Arbitraries.of(Verdict.REJECTED, Verdict.PINNED);
            case SECTION -> Arbitraries.just(Verdict.OPTED_OUT);
        };
    }

    private static List<Candidate> once(List<Candidate> candidates) {
        Map<String, Candidate> byTarget = new LinkedHashMap<>();
        candidates.forEach(candidate -> byTarget.putIfAbsent(candidate.target(), candidate));
        return List.copyOf(byTarget.values());
    }

    private static Arbitrary<Policy> policy() {
        Arbitrary<Integer> limit = Arbitraries.integers().between(0, 4);
        return Combinators.combine(figure(), figure(), limit, limit, limit, Arbitraries.of(true, false))
                .as((one, other, links, entities, communities, older) -> new Policy(
                        new Thresholds(Math.max(one, other), Math.min(one, other)),
                        new Limits(links, 1, entities, communities),
                        Ageing.DEFAULT,
                        new Scope(Decisions.ALL, older, FileFilter.ALL, FileFilter.NONE),
                        MaxFiles.ALL));
    }
}
