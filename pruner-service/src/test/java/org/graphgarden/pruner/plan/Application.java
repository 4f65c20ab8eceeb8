package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes revisions into states, as splicing and reading again would. */
final class Application {
    private Application() {}

    static List<SectionState> apply(Collection<SectionState> sections, List<Revision> revisions) {
        Map<String, Revision> bySlug = new HashMap<>();
        revisions.forEach(revision -> bySlug.put(revision.slug(), revision));
        List<SectionState> after = new ArrayList<>();
        for (SectionState section : sections) {
            Revision revision = bySlug.get(section.slug());
            after.add(revision == null ? section : apply(section, revision));
        }
        return after;
    }

    static SectionState apply(SectionState section, Revision revision) {
        return new SectionState(
                section.slug(),
                section.id(),
                section.repository(),
                section.path(),
                true,
                false,
                revision.lastPruned(),
                list(section.entities(), revision.entities()),
                list(section.communities(), revision.communities()),
                list(section.links(), revision.links()),
                section.curated(),
                section.text());
    }

    private static <T> List<T> list(List<T> before, List<Slot<T>> slots) {
        return slots.stream()
                .map(slot -> slot.changed() ? slot.entry() : before.get(slot.from()))
                .toList();
    }
}
