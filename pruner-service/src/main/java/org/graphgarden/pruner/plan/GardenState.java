package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.graphgarden.feedback.Rejection;
import org.graphgarden.pruner.plan.Feedback.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * All sections of a garden as they stand now, what became of the patterns that stand there no longer, and what stewards' edits say of
 * the sections.
 */
public final class GardenState {
    private final SortedMap<String, SectionState> sections = new TreeMap<>();
    private final NamedPatterns named;
    private final Map<String, String> renames;
    private final Map<String, String> removals;
    private final Set<String> unreadable;
    private final Feedback feedback;
    private final Tended tended;
    private final Map<String, Wishes> wishes;
    private final Set<Pair> curated = new HashSet<>();
    /** With the confidences that the links had when they were rejected. */
    private final Map<Pair, List<Feedback.Entry>> rejected = new HashMap<>();

    /**
     * @param sections every readable pattern, in any order
     * @param renames former slug to the slug that followed it; chains are followed
     * @param removals removed slug to the commit that removed it
     * @param unreadable presumed slugs (file names without ending) of files that cannot be read
     * @param feedback what stewards' edits say
     * @throws IllegalArgumentException when two sections have the same slug
     */
    public GardenState(
            Collection<SectionState> sections,
            Map<String, String> renames,
            Map<String, String> removals,
            Set<String> unreadable,
            Feedback feedback) {
        this(sections, renames, removals, unreadable, feedback, Tended.NONE);
    }

    private GardenState(
            Collection<SectionState> sections,
            Map<String, String> renames,
            Map<String, String> removals,
            Set<String> unreadable,
            Feedback feedback,
            Tended tended) {
        this.tended = tended;
        this.renames = Map.copyOf(renames);
        this.removals = Map.copyOf(removals);
        this.unreadable = Set.copyOf(unreadable);
        this.feedback = feedback;
        this.wishes = Wishes.of(feedback);
        for (SectionState section : sections) {
            SectionState other = this.sections.put(section.slug(), section);
            if (other != null) {
                throw new IllegalArgumentException(
                        "slug " + section.slug() + " is used twice: " + other.path() + ", " + section.path());
            }
        }
        this.named = new NamedPatterns(this.sections, this.renames, this.removals, this.unreadable);
        indexCurated();
        indexFeedback();
    }

    /** A garden of which no history is known. */
    public static GardenState of(Collection<SectionState> sections) {
        return new GardenState(sections, Map.of(), Map.of(), Set.of(), Feedback.NONE);
    }

    /** The same garden, with what history tells. */
    public GardenState with(Lineage lineage) {
        return new GardenState(sections.values(), lineage.renames(), lineage.removals(), unreadable, feedback, tended);
    }

    /** The same garden, with what stewards' edits say. */
    public GardenState with(Feedback said) {
        return new GardenState(sections.values(), renames, removals, unreadable, said, tended);
    }

    /** The same garden, with what garden commits left in its files. */
    public GardenState with(Tended left) {
        return new GardenState(sections.values(), renames, removals, unreadable, feedback, left);
    }

    /** The same garden, in which some files must not be touched. */
    public GardenState closing(Predicate<SectionState> closed) {
        List<SectionState> now = sections.values().stream()
                .map(section -> closed.test(section) ? section.closed() : section)
                .toList();
        return new GardenState(now, renames, removals, unreadable, feedback, tended);
    }

    /** The same garden with revisions made in it. */
    public GardenState after(Collection<Revision> revisions) {
        SortedMap<String, SectionState> revised = new TreeMap<>(sections);
        for (Revision revision : revisions) {
            revised.computeIfPresent(revision.slug(), (slug, section) -> section.revised(revision.section()));
        }
        return new GardenState(revised.values(), renames, removals, unreadable, feedback, tended);
    }

    /** What stewards' edits say. */
    public Feedback feedback() {
        return feedback;
    }

    /** Names that links, people's relations and their verdicts use and that stand for no pattern and no unreadable file of the garden. */
    public SortedSet<String> dangling() {
        SortedSet<String> names = new TreeSet<>();
        for (SectionState section : sections.values()) {
            names.addAll(section.curated());
            section.section().links().forEach(link -> names.add(link.target()));
        }
        feedback.entries().stream().filter(entry -> entry.kind() == Kind.LINK).forEach(entry -> names.add(entry.id()));
        names.removeIf(name ->
                name.isBlank() || !(resolve(name) instanceof Target.Gone gone && gone.cause() == Cause.TARGET_REMOVED));
        return names;
    }

    /** Sections in the order of their slugs. */
    public Collection<SectionState> sections() {
        return Collections.unmodifiableCollection(sections.values());
    }

    /** The section of a pattern; null when there is no such pattern. */
    public @Nullable SectionState section(String slug) {
        return sections.get(slug);
    }

    /** Why no link of a section may lead to what a name stands for, whatever else is known; empty when one may. */
    public Optional<Cause> fault(String slug, String written) {
        if (written.isBlank()) {
            return Optional.of(Cause.NO_TARGET);
        }
        Target target = resolve(written);
        if (target instanceof Target.Gone gone) {
            return Optional.of(gone.cause());
        }
        String other = ((Target.Found) target).slug();
        return other.equals(slug)
                ? Optional.of(Cause.SELF_LINK)
                : Optional.of(Cause.ALREADY_CURATED).filter(any -> curated(slug, other));
    }

    /** Whether people related the two patterns, in either file. */
    boolean curated(String slug, String other) {
        return curated.contains(Pair.of(slug, other));
    }

    /**
     * Whether a steward rejected a link between the two, in either direction, and the rejection holds. A link that stands in
     * the very file under another name is the steward's: who takes out a former name and writes today's rejects nothing.
     *
     * @param written how the link that stands in the file of {@code slug} names its target; null when none stands there
     * @param confidence what inference gives the pair now; null when it proposes none
     */
    boolean rejected(String slug, String other, @Nullable String written, @Nullable Double confidence) {
        return rejected.getOrDefault(Pair.of(slug, other), List.of()).stream()
                .filter(entry -> written == null
                        || !entry.slug().equals(slug)
                        || entry.id().equals(written)
                        || !isFormerName(entry.id()))
                .anyMatch(entry -> confidence == null || Rejection.holds(entry.confidence(), confidence));
    }

    private boolean isFormerName(String name) {
        return resolve(name) instanceof Target.Found found && found.retarget() == Cause.TARGET_RENAMED;
    }

    /** Whether a garden commit left the link in the file; the target is named as it stands there. */
    boolean tended(String slug, String target) {
        return tended.holds(slug, target);
    }

    Wishes wishes(String slug) {
        return wishes.getOrDefault(slug, Wishes.NONE);
    }

    /** What a name that a link or a relation uses stands for now. */
    public Target resolve(String written) {
        return named.resolve(written);
    }

    private void indexCurated() {
        for (SectionState section : sections.values()) {
            for (String target : section.curated()) {
                if (resolve(target) instanceof Target.Found found) {
                    curated.add(Pair.of(section.slug(), found.slug()));
                }
            }
        }
    }

    private void indexFeedback() {
        feedback.links(Verdict.PROMOTED).forEach(entry -> pair(entry).ifPresent(curated::add));
        feedback.links(Verdict.REJECTED)
                .forEach(entry -> pair(entry).ifPresent(pair -> rejected.computeIfAbsent(pair, any -> new ArrayList<>())
                        .add(entry)));
    }

    private Optional<Pair> pair(Feedback.Entry link) {
        return resolve(link.id()) instanceof Target.Found found
                ? Optional.of(Pair.of(link.slug(), found.slug()))
                : Optional.empty();
    }

    /** Two slugs without direction. */
    private record Pair(String first, String second) {
        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }
}
