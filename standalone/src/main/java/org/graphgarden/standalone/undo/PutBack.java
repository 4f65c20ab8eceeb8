package org.graphgarden.standalone.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.format.SectionEntry;
import org.graphgarden.pruner.plan.Cause;

/**
 * What undoing brings back into a section. It is pinned from then on, and no cycle would take it out again: so what no section should hold
 * (links to nothing, to their own pattern or to what people have related since, and what stands there already) stays away, and links
 * to what was renamed since come back under its new name.
 */
final class PutBack {
    /** The causes that there may be, in the order of {@link Cause}. */
    private final SortedMap<Cause, Integer> withheld = new TreeMap<>();

    private final GardenSection section;
    private int entries;

    /**
     * Looks at a section that was undone.
     *
     * @param slug of the pattern that it belongs to
     * @param now as it stands
     * @param undone as it would be
     */
    PutBack(HeadPatterns patterns, String slug, GardenSection now, GardenSection undone) {
        Set<String> named = now.links().stream().map(LinkEntry::target).collect(Collectors.toSet());
        List<LinkEntry> links = undone.links().stream()
                .map(link -> named.contains(link.target()) ? link : patterns.renamed(link))
                .toList();
        section = new GardenSection(
                undone.lastPruned(),
                sound(now.entities(), undone.entities(), EntityEntry::at, SectionEntry::key, any -> Optional.empty()),
                sound(
                        now.communities(),
                        undone.communities(),
                        CommunityEntry::at,
                        SectionEntry::key,
                        any -> Optional.empty()),
                sound(
                        now.links(),
                        links,
                        LinkEntry::at,
                        link -> patterns.slug(link.target()),
                        link -> patterns.fault(slug, link)));
    }

    /** The undone section without what stays away. */
    GardenSection section() {
        return section;
    }

    /** How many of its entries do not stand so now. */
    int entries() {
        return entries;
    }

    /** How many entries stay away, by the cause. */
    SortedMap<Cause, Integer> withheld() {
        return withheld;
    }

    private <E extends SectionEntry> List<E> sound(
            List<E> now,
            List<E> undone,
            BiFunction<E, Origin, E> at,
            Function<E, String> name,
            Function<E, Optional<Cause>> fault) {
        Map<String, Long> standing = now.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
        Set<E> values = now.stream().map(entry -> at.apply(entry, Origin.NEW)).collect(Collectors.toSet());
        Map<String, Integer> seen = new HashMap<>();
        List<E> sound = new ArrayList<>();
        for (E entry : undone) {
            int time = seen.merge(name.apply(entry), 1, Integer::sum);
            Optional<Cause> cause = time <= standing.getOrDefault(name.apply(entry), 0L)
                    ? Optional.empty()
                    : fault.apply(entry).or(() -> again(entry, time));
            if (cause.isPresent()) {
                withheld.merge(cause.get(), 1, Integer::sum);
            } else {
                sound.add(entry);
                entries += values.contains(at.apply(entry, Origin.NEW)) ? 0 : 1;
            }
        }
        return sound;
    }

    private static Optional<Cause> again(SectionEntry entry, int time) {
        return Optional.of(entry instanceof LinkEntry ? Cause.DUPLICATE : Cause.DUPLICATE_ID)
                .filter(any -> time > 1);
    }
}
