package org.graphgarden.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comment banners between the groups of a front matter. */
final class Banners {

    private static final Pattern TITLE = Pattern.compile(
            "(?im)^[ ]*#+[ \\t]*(?:group[ \\t]+[0-9]{1,3}[ \\t]*[:.-]?[ \\t]*)?graph[ _-]garden\\b[^\\n]*$");

    private static final Pattern RULER = Pattern.compile("[ ]*#[ \\t]*([═=─━*#~_-])\\1{9,}[ \\t]*\\r?\\n?");

    /** A title between two rulers. */
    private static final Pattern ANY = Pattern.compile("(?im)^(?<ruler>[ ]*#[ \\t]*([═=─━*#~_-])\\2{9,})[ \\t]*\\r?\\n"
            + "[ ]*#[ \\t]*(?:group[ \\t]+(?<number>[0-9]{1,3})[ \\t]*:)?[^\\n]*\\n"
            + "[ ]*#[ \\t]*\\2{10,}[ \\t]*\\r?$");

    private static final String NAME = "GRAPH GARDEN (Machine-Written Graph)";

    /**
     * The lines of a banner.
     *
     * @param start start of its first line
     * @param end offset behind the line feed of its last line
     */
    record Span(int start, int end) {}

    private Banners() {}

    /** The garden section's banner: its title line outside the block, with the rulers around it. */
    static Optional<Span> ofGarden(String text, Optional<GardenBlock> block) {
        Matcher title = TITLE.matcher(text);
        while (title.find()) {
            int start = title.start();
            if (block.isEmpty()
                    || start < block.get().start()
                    || start >= block.get().end()) {
                return Optional.of(withRulers(text, start));
            }
        }
        return Optional.empty();
    }

    private static Span withRulers(String text, int titleStart) {
        int above = titleStart == 0 ? 0 : Lines.start(text, titleStart - 1);
        int start = isRuler(text.substring(above, titleStart)) ? above : titleStart;
        int end = Lines.next(text, titleStart);
        int below = Lines.next(text, end);
        return new Span(start, isRuler(text.substring(end, below)) ? below : end);
    }

    /** Whether a line, with or without its line break, is a comment of one repeated sign. */
    static boolean isRuler(String line) {
        return RULER.matcher(line).matches();
    }

    /** A banner for a garden block at the given place, in the style of the banner before it; empty when there is none. */
    static String like(String text, int at, String newline, int indent) {
        Optional<Matcher> last = ANY.matcher(text.substring(0, at))
                .results()
                .reduce((a, b) -> b)
                .map(found -> {
                    Matcher banner = ANY.matcher(found.group());
                    banner.matches();
                    return banner;
                });
        if (last.isEmpty()) {
            return "";
        }
        String lead = " ".repeat(indent);
        String ruler = lead + last.get().group("ruler").strip() + newline;
        return ruler + lead + "# " + number(last.get().group("number"), text) + NAME + newline + ruler;
    }

    /** The next free group number, if the banners have numbers and the next is free. */
    private static String number(@Nullable String previous, String text) {
        if (previous == null) {
            return "";
        }
        String next = "GROUP " + (Integer.parseInt(previous) + 1) + ":";
        return text.contains(next) ? "" : next + " ";
    }
}
