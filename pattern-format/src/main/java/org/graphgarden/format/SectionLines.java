package org.graphgarden.format;

import java.util.List;
import java.util.stream.Collectors;

/** A whole section, or a whole list of it, in the house's style. */
final class SectionLines {

    private SectionLines() {}

    static String section(GardenSection section, BlockStyle style) {
        String date = section.lastPruned().map(Object::toString).orElse("null");
        return style.line(style.indent(), EntryFields.LAST_PRUNED + ": " + date)
                + field(EntryFields.ENTITIES, section.entities(), style)
                + field(EntryFields.COMMUNITIES, section.communities(), style)
                + field(EntryFields.LINKS, section.links(), style);
    }

    private static String field(String key, List<? extends SectionEntry> entries, BlockStyle style) {
        return entries.isEmpty()
                ? style.line(style.indent(), key + ": []")
                : style.line(style.indent(), key + ":") + blockList(entries, style);
    }

    static String blockList(List<? extends SectionEntry> entries, BlockStyle style) {
        return entries.stream().map(entry -> EntryWriter.lines(entry, style)).collect(Collectors.joining());
    }

    static String flowList(List<? extends SectionEntry> entries) {
        return entries.stream().map(EntryWriter::flow).collect(Collectors.joining(", ", "[", "]"));
    }
}
