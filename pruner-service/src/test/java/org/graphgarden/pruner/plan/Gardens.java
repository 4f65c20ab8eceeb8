package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback.Verdict;
import org.graphgarden.pruner.plan.SectionState.Form;

/**
 * Small gardens in which everything that can be wrong often is. Made straight from random numbers: gardens of seven patterns need no
 * shrinking, and combining generators takes a hundred times as long as planning.
 */
final class Gardens {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String[] WORDS = {
        "compost", "Composts", "rain water", "Rain-Water", "seed (heirloom)", "seeds", "bees"
    };

    private final Random random;
    private final int size;

    private Gardens(Random random) {
        this.random = random;
        this.size = 1 + random.nextInt(7);
    }

    /** A garden, what inference says of it, and a policy. */
    record Case(
            List<SectionState> sections,
            Map<String, String> renames,
            Set<String> unreadable,
            List<Enriched> enriched,
            Feedback feedback,
            Tended tended,
            Policy policy) {
        GardenState garden() {
            return garden(sections);
        }

        GardenState garden(List<SectionState> states) {
            return new GardenState(states, renames, Map.of("gone1", "c0ffee"), unreadable, feedback).with(tended);
        }

        List<Revision> plan(LocalDate date) {
            return Planner.plan(garden(), enriched, policy, date);
        }

        /** What stands when a plan has been committed: its commit left there whatever stands in the files it touched. */
        Case after(List<Revision> revisions) {
            Map<String, Set<String>> left = new TreeMap<>(tended.targets());
            for (Revision revision : revisions) {
                left.put(
                        revision.slug(),
                        revision.section().links().stream()
                                .map(LinkEntry::target)
                                .collect(Collectors.toSet()));
            }
            return new Case(
                    Application.apply(sections, revisions),
                    renames,
                    unreadable,
                    enriched,
                    feedback,
                    new Tended(left),
                    policy);
        }

        Case with(Policy other) {
            return new Case(sections, renames, unreadable, enriched, feedback, tended, other);
        }

        Case with(List<Enriched> other) {
            return new Case(sections, renames, unreadable, other, feedback, tended, policy);
        }

        /** Whether something stands there that inference does not affirm. */
        boolean fades() {
            return !Planner.doubtful(garden(), enriched, policy).isEmpty();
        }
    }

    static Arbitrary<Case> cases() {
        return Arbitraries.randomValue(random -> new Gardens(random).make());
    }

    private Case make() {
        Map<String, String> renames = new HashMap<>();
        many(3, () -> renames.put(formerSlug(), chance(.5) ? slug() : formerSlug()));
        List<SectionState> sections = new ArrayList<>();
        List<Enriched> enriched = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            sections.add(section(i));
            enriched.add(enriched(i));
        }
        return new Case(
                sections,
                renames,
                new HashSet<>(many(1, this::formerSlug)),
                enriched,
                feedback(),
                tended(sections),
                policy());
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> many(int most, Supplier<T> maker) {
        return Stream.generate(maker).limit(random.nextInt(most + 1)).toList();
    }

    private String slug() {
        return "s" + random.nextInt(size);
    }

    private String formerSlug() {
        return any("gone1", "gone2", "gone3", "gone4");
    }

    private String name() {
        int dice = random.nextInt(12);
        return dice < 8 ? slug() : dice < 10 ? formerSlug() : dice < 11 ? "id-" + slug() : "";
    }

    /** Often at a border. */
    private double figure() {
        return chance(.1) ? 1 : chance(.3) ? (1 + random.nextInt(100)) / 100.0 : (1 + random.nextInt(1_000_000)) / 1e6;
    }

    private String type() {
        return any("complementary", "complementary", "alternatives", "enables", "requires", "tools");
    }

    private String reason() {
        return any("Both \"dig deep\".", "Both \"water  early\".", "Near.", "Two\n lines", "");
    }

    private LinkEntry link() {
        OptionalDouble confidence = chance(.9) ? OptionalDouble.of(figure()) : OptionalDouble.empty();
        return new LinkEntry(name(), type(), confidence, reason(), Origin.NEW);
    }

    private EntityEntry entity() {
        String id = chance(.2) ? "" : any(WORDS);
        return new EntityEntry(id, "concept", any(WORDS), OptionalDouble.of(figure()), Origin.NEW);
    }

    private CommunityEntry community() {
        String id = any(WORDS);
        return new CommunityEntry(id, id, "taxonomy", figure());
    }

    private SectionState section(int index) {
        int dice = random.nextInt(11);
        Form form = dice < 8 ? Form.PRESENT : dice < 10 ? Form.ABSENT : Form.CLOSED;
        Optional<LocalDate> date = chance(.8) ? Optional.of(TODAY.minusDays(random.nextInt(66) - 5)) : Optional.empty();
        GardenSection held =
                new GardenSection(date, many(4, this::entity), many(2, this::community), many(6, this::link));
        return new SectionState(
                "s" + index,
                "id-s" + index,
                index % 3 == 0 ? "east" : "west",
                "patterns/s" + index + ".md",
                form,
                form == Form.PRESENT ? Application.reread(held) : GardenSection.EMPTY,
                many(chance(.5) ? 2 : 0, this::name),
                any("", "dig *deep*", "water\n early"));
    }

    private Enriched enriched(int index) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        many(8, () -> new Candidate(chance(.8) ? slug() : formerSlug(), type(), figure(), reason()))
                .forEach(candidate -> candidates.putIfAbsent(candidate.target(), candidate));
        return new Enriched(
                chance(.1) ? "unknown" : "s" + index,
                many(4, this::entity).stream().filter(e -> !e.id().isEmpty()).toList(),
                many(3, this::community),
                List.copyOf(candidates.values()),
                new HashSet<>(many(1, () -> any(WORDS))));
    }

    private Feedback feedback() {
        Map<List<Object>, Feedback.Entry> entries = new LinkedHashMap<>();
        many(chance(.5) ? 8 : 0, this::entry)
                .forEach(entry -> entries.putIfAbsent(List.of(entry.slug(), entry.kind(), entry.id()), entry));
        return new Feedback(List.copyOf(entries.values()));
    }

    private Feedback.Entry entry() {
        int dice = random.nextInt(12);
        Kind kind = dice < 5 ? Kind.LINK : dice < 9 ? Kind.ENTITY : dice < 11 ? Kind.COMMUNITY : Kind.SECTION;
        return switch (kind) {
            case LINK -> entry(kind, name(), verdict(Verdict.REJECTED, Verdict.PINNED, Verdict.PROMOTED));
            case ENTITY, COMMUNITY -> entry(kind, any(WORDS), verdict(Verdict.REJECTED, Verdict.PINNED));
            case SECTION -> entry(kind, "", Verdict.OPTED_OUT);
        };
    }

    private Feedback.Entry entry(Kind kind, String id, Verdict verdict) {
        return new Feedback.Entry(slug(), kind, id, verdict, chance(.3) ? null : (Double) figure());
    }

    private Verdict verdict(Verdict... verdicts) {
        return verdicts[random.nextInt(verdicts.length)];
    }

    /** Garden commits left some of what stands. */
    private Tended tended(Collection<SectionState> sections) {
        Map<String, Set<String>> left = new TreeMap<>();
        for (SectionState section : sections) {
            left.put(
                    section.slug(),
                    section.section().links().stream()
                            .map(LinkEntry::target)
                            .filter(target -> chance(.5))
                            .collect(Collectors.toSet()));
        }
        return new Tended(left);
    }

    private Policy policy() {
        double one = figure();
        double other = figure();
        Decisions decisions = chance(.7) ? Decisions.ALL : chance(.5) ? Decisions.PLANT : Decisions.DROP;
        return new Policy(
                new Thresholds(Math.max(one, other), Math.min(one, other)),
                new Limits(random.nextInt(5), figure(), random.nextInt(5), random.nextInt(5)),
                new Ageing(1 + random.nextInt(100), 30),
                new Scope(
                        decisions,
                        chance(.7),
                        chance(.8) ? FileFilter.ALL : FileFilter.of("s[0-3]"),
                        chance(.8) ? FileFilter.NONE : FileFilter.of("patterns/s1.md")),
                MaxFiles.ALL);
    }
}
