package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rewrites a flow list that has entries: what stays keeps its text and the separator before it. */
final class FlowListWriter {

    private static final Pattern OPENING = Pattern.compile("\\[\\s*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");
    private static final Pattern CLOSING = Pattern.compile("\\s*,?\\s*\\]");

    private final String text;
    private final Part.Sequence list;
    private final List<Part.Item> items;

    FlowListWriter(String text, Part.Sequence list) throws CannotWrite {
        this.text = text;
        this.list = list;
        this.items = list.items();
        boolean plain = OPENING.matcher(
                                text.substring(list.start(), items.get(0).start()))
                        .matches()
                && CLOSING.matcher(text.substring(items.get(items.size() - 1).end(), list.end()))
                        .matches();
        for (int i = 1; i < items.size() && plain; i++) {
            plain = SEPARATOR.matcher(separator(i)).matches();
        }
        if (!plain) {
            throw CannotWrite.at(ProblemCode.LIST_MALFORMED, text, list.start(), "comments between entries of […]");
        }
    }

    List<Edit> write(List<? extends SectionEntry> revised, int[] matches, BlockStyle style) throws CannotWrite {
        if (revised.isEmpty()) {
            return List.of(new Edit(list.start(), list.end(), "[]"));
        }
        String usual = items.size() > 1 ? separator(1) : ", ";
        StringBuilder out =
                new StringBuilder(text.substring(list.start(), items.get(0).start()));
        for (int i = 0; i < matches.length; i++) {
            if (i > 0) {
                out.append(matches[i] > 0 ? separator(matches[i]) : usual);
            }
            out.append(entry(revised.get(i), matches[i], style));
        }
        out.append(text, items.get(items.size() - 1).end(), list.end());
        return List.of(new Edit(list.start(), list.end(), out.toString()));
    }

    private String entry(SectionEntry entry, int match, BlockStyle style) throws CannotWrite {
        if (match < 0) {
            return BareLists.newEntry(entry, items).orElseGet(() -> EntryWriter.flow(entry));
        }
        Part.Item item = items.get(match);
        List<Edit> edits = new ArrayList<>();
        if (!EntryValue.stands(entry, item.value())) {
            edits.addAll(new EntryWriter(text).rewrite(entry, item, true, style));
        }
        return Edit.apply(edits, text, item.start(), item.end());
    }

    private String separator(int index) {
        return text.substring(items.get(index - 1).end(), items.get(index).start());
    }
}
