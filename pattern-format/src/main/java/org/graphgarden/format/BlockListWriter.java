package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a block list. Each entry has its own lines, from its dash to its last content; what stands between entries
 * (comments, blank lines) is never dropped: it moves with the entry below it, and stays where it is when that entry goes.
 * Only a gap of nothing but blank lines goes with its entry.
 */
final class BlockListWriter {

    private final String text;
    private final Part.Field field;
    private final List<Part.Item> items;
    private final BlockStyle style;
    private final EntryWriter writer;
    private final int start;
    private final int end;

    BlockListWriter(String text, Part.Field field, Part.Sequence list, BlockStyle style) throws CannotWrite {
        this.text = text;
        this.field = field;
        this.items = list.items();
        this.style = style.forList(list, text);
        this.writer = new EntryWriter(text);
        this.start = Lines.next(text, field.afterColon());
        this.end = lineEnd(items.get(items.size() - 1));
        checkLines();
    }

    private void checkLines() throws CannotWrite {
        int from = start;
        for (Part.Item item : items) {
            boolean ownLines = text.startsWith("-", item.start())
                    && Lines.isFirstOnLine(text, item.start())
                    && lineStart(item) >= from;
            if (!ownLines) {
                throw CannotWrite.at(
                        ProblemCode.LIST_MALFORMED, text, item.start(), "entry of " + field.key() + " shares a line");
            }
            from = lineEnd(item);
        }
    }

    List<Edit> write(List<? extends SectionEntry> revised, int[] matches) throws CannotWrite {
        String[] gaps = gapsOfKept(matches);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < matches.length; i++) {
            SectionEntry entry = revised.get(i);
            if (matches[i] < 0) {
                out.append(newEntry(entry));
            } else {
                Part.Item item = items.get(matches[i]);
                out.append(gaps[matches[i]]).append(standing(entry, item));
            }
        }
        // Blank lines at the end of the list would no longer lie between its entries.
        out.append(withoutTrailingBlanks(gaps[items.size()]));
        List<Edit> edits = new ArrayList<>();
        if (revised.isEmpty()) {
            edits.add(Edit.insert(field.afterColon(), " []"));
        }
        edits.add(new Edit(start, end, out.toString()));
        return edits;
    }

    private String standing(SectionEntry entry, Part.Item item) throws CannotWrite {
        List<Edit> edits =
                EntryValue.stands(entry, item.value()) ? List.of() : writer.rewrite(entry, item, false, style);
        return Edit.apply(edits, text, lineStart(item), lineEnd(item));
    }

    private String newEntry(SectionEntry entry) {
        return BareLists.newEntry(entry, items)
                .map(bare -> style.line(style.dash(), "- " + bare))
                .orElseGet(() -> EntryWriter.lines(entry, style));
    }

    /** The gap above each kept entry, with those of entries that go; the last one is what goes behind the list. */
    private String[] gapsOfKept(int[] matches) {
        boolean[] kept = new boolean[items.size() + 1];
        for (int match : matches) {
            if (match >= 0) {
                kept[match] = true;
            }
        }
        kept[items.size()] = true;
        String[] gaps = new String[items.size() + 1];
        StringBuilder pending = new StringBuilder();
        int from = start;
        for (int i = 0; i <= items.size(); i++) {
            String gap = i < items.size() ? text.substring(from, lineStart(items.get(i))) : "";
            from = i < items.size() ? lineEnd(items.get(i)) : from;
            if (kept[i] || !gap.isBlank()) {
                pending.append(gap);
            }
            gaps[i] = kept[i] ? pending.toString() : "";
            if (kept[i]) {
                pending.setLength(0);
            }
        }
        return gaps;
    }

    private static String withoutTrailingBlanks(String gap) {
        String stripped = gap.stripTrailing();
        return stripped.isEmpty() ? "" : gap.substring(0, Lines.next(gap, stripped.length()));
    }

    private int lineStart(Part.Item item) {
        return Lines.start(text, item.start());
    }

    private int lineEnd(Part.Item item) {
        return Lines.next(text, item.end());
    }
}
