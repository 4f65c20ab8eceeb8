package org.graphgarden.standalone.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.format.SectionEntry;
import org.jspecify.annotations.Nullable;

/**
 * Takes back entry by entry what a cycle did to a section that has been changed since: what it planted goes, what it dropped comes
 * back, what it rewrote is as it was; what a steward has written since stays. Pure.
 */
final class SectionUndo {
    private final GardenSection before;
    private final GardenSection cycle;
    private final GardenSection now;
    private final BiPredicate<EntryKind, String> stewards;

    private SectionUndo(
            GardenSection before, GardenSection cycle, GardenSection now, BiPredicate<EntryKind, String> stewards) {
        this.before = before;
        this.cycle = cycle;
        this.now = now;
        this.stewards = stewards;
    }

    /**
     * The section as it is to stand.
     *
     * @param before as it stood before the cycle
     * @param cycle as the cycle left it
     * @param now as it stands
     * @param stewards whether a steward wrote the entry as it stands
     */
    static GardenSection of(
            GardenSection before, GardenSection cycle, GardenSection now, BiPredicate<EntryKind, String> stewards) {
        return new SectionUndo(before, cycle, now, stewards).section();
    }

    private GardenSection section() {
        boolean dated = now.lastPruned().equals(cycle.lastPruned());
        return new GardenSection(
                dated && before.lastPruned().isPresent() ? before.lastPruned() : now.lastPruned(),
                list(EntryKind.ENTITY, GardenSection::entities, EntityEntry::at),
                list(EntryKind.COMMUNITY, GardenSection::communities, CommunityEntry::at),
                list(EntryKind.LINK, GardenSection::links, LinkEntry::at));
    }

    private <E extends SectionEntry> List<E> list(
            EntryKind kind, Function<GardenSection, List<E>> part, BiFunction<E, Origin, E> at) {
        Map<String, E> was = byKey(part.apply(before));
        Map<String, E> made = byKey(part.apply(cycle));
        List<E> undone = new ArrayList<>();
        for (E entry : part.apply(now)) {
            E old = was.get(entry.key());
            E planted = made.get(entry.key());
            if (planted == null || same(old, planted, at) || stewards.test(kind, entry.key())) {
                undone.add(entry);
            } else if (old != null) {
                undone.add(at.apply(old, entry.origin()));
            }
        }
        Map<String, E> standing = byKey(part.apply(now));
        int place = 0;
        for (E old : part.apply(before)) {
            if (!made.containsKey(old.key()) && !standing.containsKey(old.key())) {
                undone.add(Math.min(place, undone.size()), at.apply(old, Origin.NEW));
            }
            place++;
        }
        return undone;
    }

    private static <E extends SectionEntry> boolean same(@Nullable E old, E planted, BiFunction<E, Origin, E> at) {
        return old != null && at.apply(old, Origin.NEW).equals(at.apply(planted, Origin.NEW));
    }

    /** Of entries with one key the first counts. */
    private static <E extends SectionEntry> Map<String, E> byKey(List<E> entries) {
        Map<String, E> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.putIfAbsent(entry.key(), entry));
        return byKey;
    }
}
