package org.graphgarden.ingest.read;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;

/**
 * Names one entry of a garden section.
 *
 * @param kind which list it stands in
 * @param key id of the entity or community, or target of the link
 */
public record SectionRef(EntryKind kind, String key) implements Comparable<SectionRef> {

    private static final Comparator<SectionRef> ORDER =
            Comparator.comparing(SectionRef::kind).thenComparing(SectionRef::key);

    /** The entries of a pattern's section. */
    static SortedSet<SectionRef> allOf(PatternDocument document) {
        SortedSet<SectionRef> refs = new TreeSet<>();
        GardenSection section = document.section().orElse(GardenSection.EMPTY);
        section.entities().forEach(entry -> refs.add(new SectionRef(EntryKind.ENTITY, entry.key())));
        section.communities().forEach(entry -> refs.add(new SectionRef(EntryKind.COMMUNITY, entry.key())));
        section.links().forEach(entry -> refs.add(new SectionRef(EntryKind.LINK, entry.key())));
        return refs;
    }

    @Override
    public int compareTo(SectionRef other) {
        return ORDER.compare(this, other);
    }
}
