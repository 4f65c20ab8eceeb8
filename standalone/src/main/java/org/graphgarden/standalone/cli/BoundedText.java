package org.graphgarden.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Long texts on a terminal. Pure. */
final class BoundedText {
    private BoundedText() {}

    /**
     * The first lines, and a word on the rest.
     *
     * @param whole the flag that gives the whole text
     */
    static List<String> lines(String text, int most, String whole) {
        List<String> all = text.lines().map(BoundedText::harmless).toList();
        if (all.size() <= most) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, most));
        some.add(String.format(Locale.ROOT, "… and %,d lines more; %s writes all of them", all.size() - most, whole));
        return some;
    }

    /** A line of a text that others wrote, such as a path or the title of a commit: it must not steer a terminal. */
    static String harmless(String line) {
        return line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\t]]", "\uFFFD");
    }
}
