package org.graphgarden.format;

import java.util.List;
import java.util.Optional;

/** Lists of bare strings, which new entries join as bare strings. */
final class BareLists {

    private BareLists() {}

    /** How the last string is written, when the list holds strings only. */
    static Optional<Part.Style> styleOf(List<Part.Item> items) {
        boolean bare = !items.isEmpty()
                && items.stream().allMatch(item -> item.value() instanceof Part.Scalar scalar && !scalar.isNull());
        return bare && items.get(items.size() - 1).value() instanceof Part.Scalar last
                ? Optional.of(last.style())
                : Optional.empty();
    }

    /** The string that a new entry is in a list of strings; links are never bare, they would lose their confidence. */
    static Optional<String> newEntry(SectionEntry entry, List<Part.Item> items) {
        return entry instanceof LinkEntry
                ? Optional.empty()
                : styleOf(items).flatMap(style -> EntryValue.bare(entry).map(bare -> Scalars.likeStyle(style, bare)));
    }
}
