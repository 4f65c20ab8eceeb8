package org.graphgarden.format;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement in the front matter text.
 *
 * @param start offset of what is replaced
 * @param end offset behind it; the start for an insertion
 * @param text what takes its place
 */
record Edit(int start, int end, String text) {

    static Edit insert(int at, String text) {
        return new Edit(at, at, text);
    }

    /** The range of a text with edits applied; edits at one place apply in their given order. */
    static String apply(List<Edit> edits, String text, int from, int to) throws CannotWrite {
        List<Edit> sorted =
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList();
        StringBuilder out = new StringBuilder(to - from + 256);
        int at = from;
        for (Edit edit : sorted) {
            if (edit.start() < at || edit.end() > to) {
                throw CannotWrite.at(ProblemCode.NOT_PROVEN, text, edit.start(), "two edits overlap");
            }
            out.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return out.append(text, at, to).toString();
    }
}
