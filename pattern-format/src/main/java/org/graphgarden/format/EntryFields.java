package org.graphgarden.format;

import java.util.List;

/** Keys of a section's entries: the house's first, then others that files use for the same. */
final class EntryFields {

    static final List<String> ID = List.of("id", "slug");
    static final List<String> TYPE = List.of("type");
    static final List<String> LABEL = List.of("label", "name");
    static final List<String> RELEVANCE = List.of("relevance");
    static final List<String> SOURCE = List.of("source");
    static final List<String> CONFIDENCE = List.of("confidence");
    static final List<String> STRENGTH = List.of("strength");
    static final List<String> TARGET = List.of("target", "slug", "id");
    static final List<String> REASON = List.of("reason");

    /** What tells entries of any list apart; a mapping without one of these cannot be read. */
    static final List<String> NAMES = List.of("id", "slug", "label", "name", "target");

    static final String LAST_PRUNED = "last_pruned";
    static final String ENTITIES = "entities";
    static final String COMMUNITIES = "communities";
    static final String LINKS = "inferred_links";

    /** The keys of a section, in the house's order. */
    static final List<String> SECTION = List.of(LAST_PRUNED, ENTITIES, COMMUNITIES, LINKS);

    private EntryFields() {}
}
