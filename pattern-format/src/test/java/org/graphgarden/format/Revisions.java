package org.graphgarden.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Changes of a section that tests make to every file. */
final class Revisions {

    static final LocalDate DATE = LocalDate.of(2031, 7, 4);
    static final EntityEntry ENTITY = new EntityEntry("new-entity", "concept", "New \"Entity\": a #1", 0.8765);
    static final CommunityEntry COMMUNITY = new CommunityEntry("new-community", "New & Shared", "inferred", 0.9);
    static final LinkEntry LINK =
            new LinkEntry("new-target", "complementary", 0.7, "Both say \"grow\\ slowly\"; # and: share");

    private Revisions() {}

    /** Revisions by name. */
    static Map<String, GardenSection> of(GardenSection section) {
        Map<String, GardenSection> revisions = new LinkedHashMap<>();
        revisions.put("date", section.withLastPruned(DATE));
        revisions.put("add", filled(section));
        revisions.put("add first", addedFirst(section));
        revisions.put("remove first", dropped(section, 0));
        revisions.put("remove second", dropped(section, 1));
        revisions.put("reorder", reversed(section));
        revisions.put("rewrite", rewritten(section));
        revisions.put("empty", GardenSection.EMPTY.withLastPruned(DATE));
        revisions.put("replace", filled(GardenSection.EMPTY));
        return revisions;
    }

    /** The section with one more entry in each list. */
    static GardenSection filled(GardenSection section) {
        return new GardenSection(
                section.lastPruned().or(() -> Optional.of(DATE)),
                plus(section.entities(), ENTITY),
                plus(section.communities(), COMMUNITY),
                plus(section.links(), LINK));
    }

    private static GardenSection addedFirst(GardenSection section) {
        List<LinkEntry> links = new ArrayList<>(section.links());
        links.add(0, LINK);
        return section.withLinks(links);
    }

    private static GardenSection dropped(GardenSection section, int index) {
        return new GardenSection(
                section.lastPruned(),
                without(section.entities(), index),
                without(section.communities(), index),
                without(section.links(), index));
    }

    private static GardenSection reversed(GardenSection section) {
        return new GardenSection(
                section.lastPruned(),
                reverse(section.entities()),
                reverse(section.communities()),
                reverse(section.links()));
    }

    private static GardenSection rewritten(GardenSection section) {
        return section.withLinks(section.links().stream()
                .map(link -> link.target().isEmpty()
                        ? link
                        : link.withConfidence(0.51).withReason("Anew."))
                .toList());
    }

    private static <E> List<E> plus(List<E> list, E entry) {
        List<E> out = new ArrayList<>(list);
        out.add(entry);
        return out;
    }

    private static <E> List<E> without(List<E> list, int index) {
        return IntStream.range(0, list.size())
                .filter(i -> i != index)
                .mapToObj(list::get)
                .toList();
    }

    private static <E> List<E> reverse(List<E> list) {
        List<E> out = new ArrayList<>(list);
        Collections.reverse(out);
        return out;
    }
}
