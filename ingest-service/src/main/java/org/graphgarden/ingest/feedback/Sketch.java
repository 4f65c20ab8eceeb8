package org.graphgarden.ingest.feedback;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.CuratedRelation;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.ProblemCode;
import org.graphgarden.ingest.read.Hashes;
import org.graphgarden.ingest.read.SectionRef;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * One version of a pattern file, as far as feedback is concerned.
 *
 * @param slug its slug
 * @param id its id, or empty
 * @param body hash of the text behind the front matter; empty when there is none
 * @param section {@link Value#PRESENT}, {@link Value#FALSE}, or null when there is no section
 * @param clear whether it can be told what the section says; otherwise neither it nor the entries count
 * @param entries the section's entries; of two with one key the first
 * @param curated targets of its curated relationships
 */
record Sketch(
        String slug,
        String id,
        String body,
        @Nullable Value section,
        boolean clear,
        SortedMap<SectionRef, Value> entries,
        Set<String> curated) {

    /** What a file was before it was there. */
    static final Sketch NOTHING = new Sketch("", "", "", null, true, Collections.emptySortedMap(), Set.of());

    Sketch {
        entries = Collections.unmodifiableSortedMap(entries);
        curated = Set.copyOf(curated);
    }

    /** Empty when its slug is none that records can have for a key. */
    static Optional<Sketch> of(PatternDocument document) {
        if (!RecordKeys.isKeyable(document.slug())) {
            return Optional.empty();
        }
        String body = document.body().strip();
        return Optional.of(new Sketch(
                document.slug(),
                document.frontMatter().id(),
                body.isEmpty() ? "" : Hashes.of(body),
                section(document),
                !unclear(document),
                entries(document),
                document.frontMatter().curated().stream()
                        .map(CuratedRelation::target)
                        .collect(Collectors.toSet())));
    }

    /** A block that is there but whose lines or entries are not certain is no block that somebody removed. */
    private static boolean unclear(PatternDocument document) {
        return !document.optedOut()
                && document.obstacle()
                        .filter(problem ->
                                document.section().isEmpty() || problem.code() == ProblemCode.BLOCK_NOT_A_MAPPING)
                        .isPresent();
    }

    private static @Nullable Value section(PatternDocument document) {
        if (document.optedOut()) {
            return Value.FALSE;
        }
        return document.section().isPresent() ? Value.PRESENT : null;
    }

    private static SortedMap<SectionRef, Value> entries(PatternDocument document) {
        SortedMap<SectionRef, Value> entries = new TreeMap<>();
        GardenSection section = document.section().orElse(GardenSection.EMPTY);
        section.entities().forEach(entity -> put(entries, EntryKind.ENTITY, entity.key(), Value.of(entity)));
        section.communities().forEach(each -> put(entries, EntryKind.COMMUNITY, each.key(), Value.of(each)));
        section.links().forEach(link -> put(entries, EntryKind.LINK, link.key(), Value.of(link)));
        return entries;
    }

    private static void put(SortedMap<SectionRef, Value> entries, EntryKind kind, String key, Value value) {
        if (RecordKeys.isKeyable(key)) {
            entries.putIfAbsent(new SectionRef(kind, key), value);
        }
    }
}
