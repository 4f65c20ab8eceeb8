package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * Places the profiles of a push in the garden and marks what it makes stale. Within an epoch that is what has changed and what the
 * change touches; a push that changes much opens a new epoch, in which everything is stale.
 */
final class Epochs {
    private final GardenStores stores;
    private final OpenGardens gardens;
    private final EpochRule rule;
    /** Slugs that have changed since the garden's epoch was opened: the keys of {@link GardenStores#base}. */
    private final Map<String, Set<String>> changed = new HashMap<>();

    Epochs(GardenStores stores, OpenGardens gardens, EpochRule rule) {
        this.stores = stores;
        this.gardens = gardens;
        this.rule = rule;
    }

    /** What a push does to one pattern. */
    private record Step(
            String slug,
            @Nullable PatternProfile before,
            @Nullable PatternProfile after) {
        /** Whether it says something else now; a file that was only moved or given a new section does not. */
        boolean isChange() {
            return !Objects.equals(profile(before), profile(after));
        }

        int growth() {
            return (after == null ? 0 : 1) - (before == null ? 0 : 1);
        }

        private static @Nullable Profile profile(@Nullable PatternProfile event) {
            return event == null ? null : Records.profile(event);
        }
    }

    /**
     * Applies a few profiles, of one push or of several in their order, and moves the garden's cut.
     *
     * @param cut as the last push leaves it
     * @param anew whether a new epoch is opened for any change
     * @return false when nothing was done because the garden is still being opened
     */
    boolean apply(List<PatternProfile> profiles, Affirmation cut, boolean anew) {
        String garden = cut.getGarden();
        Collection<Step> steps = steps(garden, profiles);
        List<Step> changes = steps.stream().filter(Step::isChange).toList();
        Set<String> since = new HashSet<>(changedSinceOpening(garden));
        changes.forEach(change -> since.add(change.slug()));
        int patterns =
                cut.getPatterns() + changes.stream().mapToInt(Step::growth).sum();
        Affirmation moved = Affirmation.newBuilder(cut).setPatterns(patterns).build();
        boolean opens = cut.getEpoch() == 0
                || anew
                || rule.opens(Math.max(patterns, cut.getPatterns()), since.size(), changes.size());
        if (opens && !changes.isEmpty()) {
            steps.forEach(step -> place(garden, step));
            openNext(moved);
            return true;
        }
        if (!changes.isEmpty()) {
            Optional<GardenInference> open = gardens.find(garden);
            if (open.isEmpty()) {
                return false;
            }
            GardenInference after = touch(garden, changes, open.get());
            remember(garden, changes);
            steps.forEach(step -> place(garden, step));
            stores.cuts.put(garden, moved);
            gardens.replace(garden, after, changes.size());
            return true;
        }
        steps.forEach(step -> place(garden, step));
        stores.cuts.put(garden, moved);
        return true;
    }

    /** Applies some profiles of a push of many, which changes what is placed but not yet the cut. */
    void applyPart(String garden, List<PatternProfile> profiles) {
        int growth = 0;
        for (Step step : steps(garden, profiles)) {
            place(garden, step);
            growth += step.growth();
        }
        Affirmation cut = stores.cuts.get(garden);
        stores.cuts.put(
                garden,
                Affirmation.newBuilder(cut)
                        .setPatterns(cut.getPatterns() + growth)
                        .build());
    }

    /** Ends a push of many: it opens an epoch unless every file says what it said before. */
    void applyEnd(Affirmation cut) {
        boolean changed = scan(stores.todo, key(cut.getGarden(), "")).stream()
                .anyMatch(entry -> Staleness.of(entry.value) == Staleness.CHANGED);
        if (changed) {
            openNext(cut);
        } else {
            stores.cuts.put(cut.getGarden(), cut);
        }
    }

    /** Whether a new epoch would not be the same as this one. */
    boolean isChanged(String garden) {
        return !changedSinceOpening(garden).isEmpty();
    }

    /** Opens the next epoch at this cut: everything is stale. */
    void openNext(Affirmation cut) {
        String garden = cut.getGarden();
        gardens.close(garden);
        changed.remove(garden);
        scan(stores.base, key(garden, "")).forEach(entry -> stores.base.delete(entry.key));
        all(cut).forEach(key -> mark(key, Staleness.TOUCHED));
        stores.cuts.put(
                garden, Affirmation.newBuilder(cut).setEpoch(cut.getEpoch() + 1).build());
    }

    /** The keys of everything that was inferred, and of what waits for it. */
    private Set<String> all(Affirmation cut) {
        String prefix = key(cut.getGarden(), "");
        Set<String> keys = new TreeSet<>();
        keys.addAll(stores.reaches.keys(cut.getGarden()));
        scan(stores.todo, prefix).forEach(entry -> keys.add(entry.key));
        if (keys.size() < cut.getPatterns()) {
            // An earlier build inferred some and kept no reaches. Profiles are large, so they are looked at only then.
            scan(stores.patterns, prefix).forEach(entry -> keys.add(entry.key));
        }
        return keys;
    }

    /** What profiles that follow one another do, by pattern. */
    private Collection<Step> steps(String garden, List<PatternProfile> profiles) {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (PatternProfile profile : profiles) {
            Step begun = steps.get(profile.getSlug());
            PatternProfile before = begun == null ? placed(garden, profile.getSlug()) : begun.before();
            PatternProfile now = begun == null ? before : begun.after();
            steps.put(profile.getSlug(), new Step(profile.getSlug(), before, after(now, profile)));
        }
        return steps.values();
    }

    private @Nullable PatternProfile placed(String garden, String slug) {
        return stores.patterns.get(RecordKeys.ofPattern(garden, slug));
    }

    /** A removal by a repository that does not hold the slug (any more) removes nothing. A file that could not be profiled is gone. */
    private static @Nullable PatternProfile after(@Nullable PatternProfile now, PatternProfile profile) {
        if (profile.getOutcome() == ProfileOutcome.PROFILED) {
            return profile;
        }
        boolean gone = now != null && now.getRepository().equals(profile.getRepository());
        return gone ? null : now;
    }

    private void place(String garden, Step step) {
        String key = RecordKeys.ofPattern(garden, step.slug());
        stores.patterns.put(key, step.after());
        mark(key, step.isChange() ? Staleness.CHANGED : Staleness.RESTATED);
    }

    /** What is more urgent already stays so. */
    private void mark(String key, Staleness staleness) {
        String marked = stores.todo.get(key);
        if (marked == null || Staleness.of(marked).compareTo(staleness) > 0) {
            stores.todo.put(key, staleness.mark());
        }
    }

    /** Keeps what the epoch was opened with, so that it can be opened again after a restart. */
    private void remember(String garden, List<Step> changes) {
        for (Step change : changes) {
            if (changedSinceOpening(garden).add(change.slug())) {
                PatternProfile before = change.before() == null
                        ? PatternProfile.newBuilder()
                                .setGarden(garden)
                                .setSlug(change.slug())
                                .setOutcome(ProfileOutcome.REMOVED)
                                .build()
                        : change.before();
                stores.base.put(RecordKeys.ofPattern(garden, change.slug()), before);
            }
        }
    }

    /** Marks what the changes touch, before and after, and returns the garden as it is after. */
    private GardenInference touch(String garden, List<Step> changes, GardenInference before) {
        List<Profile> placed = changes.stream()
                .flatMap(change -> Stream.ofNullable(change.after()))
                .map(Records::profile)
                .toList();
        TreeSet<String> removed = new TreeSet<>();
        changes.stream().filter(change -> change.after() == null).forEach(change -> removed.add(change.slug()));
        PatternsChange change = new PatternsChange(placed, removed);
        GardenInference after = before.with(change);
        Reach reach = stores.reaches.of(garden, stores.cuts.get(garden).getPatterns());
        before.madeStaleBy(change.slugs(), after, reach)
                .forEach(slug -> mark(RecordKeys.ofPattern(garden, slug), Staleness.TOUCHED));
        return after;
    }

    private Set<String> changedSinceOpening(String garden) {
        return changed.computeIfAbsent(garden, any -> {
            Set<String> slugs = new HashSet<>();
            scan(stores.base, key(garden, "")).forEach(entry -> slugs.add(RecordKeys.slug(entry.key)));
            return slugs;
        });
    }
}
