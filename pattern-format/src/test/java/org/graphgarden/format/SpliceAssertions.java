package org.graphgarden.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What must hold of every splice; found out without the splicer's own means. */
final class SpliceAssertions {

    /** Behind a plain key's colon is a blank; {@code graph_garden::} is another key. */
    private static final Pattern KEY = Pattern.compile("\\s*(graph_garden\\s*:(?=\\s|$)|([\"'])graph_garden\\2\\s*:)");

    private SpliceAssertions() {}

    /** Splices and checks everything; the result, or the bytes as they were. */
    static byte[] spliceAndProve(byte[] original, GardenSection revised) {
        PatternDocument document = Fixtures.document(original);
        return prove(original, document, revised, Splicer.splice(document, revised));
    }

    /** Checks everything of a splice. */
    static byte[] prove(byte[] original, PatternDocument document, GardenSection revised, SpliceResult result) {
        assertThat(result).isNotInstanceOf(SpliceResult.Refused.class);
        byte[] bytes = result instanceof SpliceResult.Spliced spliced ? spliced.bytes() : original;
        assertForeignBytesKept(original, bytes);
        assertSameTreeButForBlock(original, bytes);
        PatternDocument after = Fixtures.document(bytes);
        assertThat(Splicer.splice(after, revised)).isInstanceOf(SpliceResult.Unchanged.class);
        assertThat(after.contentHash()).isEqualTo(document.contentHash());
        assertKeptEntriesKeepBytes(original, bytes, revised, document);
        return bytes;
    }

    /** Compares the lines of both files with their garden blocks cut out. */
    static void assertForeignBytesKept(byte[] original, byte[] result) {
        Foreign before = foreign(original);
        Foreign after = foreign(result);
        assertThat(String.join("", after.withoutThoseThatWere(before.between())))
                .isEqualTo(String.join("", before.lines()));
    }

    /**
     * What is not Graph Garden's of a file.
     *
     * @param lines lines outside the block
     * @param between comments at the margin between the block's lines: they stay when those behind them go, and then
     *     stand outside
     */
    private record Foreign(List<String> lines, List<String> between) {

        List<String> withoutThoseThatWere(List<String> between) {
            List<String> gone = new ArrayList<>(between);
            gone.removeAll(this.between);
            List<String> rest = new ArrayList<>(lines);
            gone.forEach(rest::remove);
            return rest;
        }
    }

    /** Lines but for the block (its key's line and what follows more deeply indented), its banner and blank lines. */
    private static Foreign foreign(byte[] bytes) {
        List<String> kept = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        List<String> between = new ArrayList<>();
        int block = -1;
        boolean inFront = true;
        boolean seen = false;
        for (String line : new String(bytes, UTF_8).split("(?<=\n)", -1)) {
            int indent = line.length() - line.stripLeading().length();
            inFront &= kept.isEmpty() || !line.matches("(---|\\.\\.\\.)\\s*");
            if (inFront && !seen && KEY.matcher(line).lookingAt()) {
                block = indent;
                seen = true;
            } else if (block >= 0
                    && inFront
                    && indent <= block
                    && line.stripLeading().startsWith("#")) {
                // A comment at the margin is the block's only if more of the block follows.
                comments.add(line);
            } else if (!inFront || (indent <= block && !line.isBlank())) {
                kept.addAll(comments);
                comments.clear();
                block = -1;
            } else if (!line.isBlank()) {
                between.addAll(comments);
                comments.clear();
            }
            if (block < 0 && !line.isBlank()) {
                kept.add(line);
            }
        }
        return new Foreign(withoutBanners(kept), between);
    }

    private static List<String> withoutBanners(List<String> lines) {
        for (int title = lines.size() - 2; title > 0; title--) {
            if (lines.get(title).matches("#.*GRAPH GARDEN.*\\s*")
                    && lines.get(title - 1).equals(lines.get(title + 1))) {
                lines.subList(title - 1, title + 2).clear();
                title -= 2;
            }
        }
        return lines;
    }

    static void assertSameTreeButForBlock(byte[] original, byte[] result) {
        Map<String, Object> before = load(original);
        Map<String, Object> after = load(result);
        before.remove("graph_garden");
        after.remove("graph_garden");
        assertThat(after).isEqualTo(before);
        assertThat(List.copyOf(after.keySet())).isEqualTo(List.copyOf(before.keySet()));
    }

    private static Map<String, Object> load(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        String front = text.substring(text.indexOf('\n') + 1);
        int end = 0;
        for (Iterator<String> lines = front.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (line.matches("(---|\\.\\.\\.)\\s*")) {
                break;
            }
            end = front.indexOf('\n', end) + 1;
        }
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(front.substring(0, end));
    }

    private static void assertKeptEntriesKeepBytes(
            byte[] original, byte[] result, GardenSection revised, PatternDocument document) {
        String after = new String(result, UTF_8);
        GardenSection standing = Fixtures.section(document);
        Part block = document.blueprint().block().map(GardenBlock::value).orElse(null);
        if (!(block instanceof Part.Mapping section)) {
            return;
        }
        assertKept(section, "entities", standing.entities(), revised.entities(), document, after);
        assertKept(section, "communities", standing.communities(), revised.communities(), document, after);
        assertKept(section, "inferred_links", standing.links(), revised.links(), document, after);
        assertThat(original).isEqualTo(document.bytes());
    }

    private static void assertKept(
            Part.Mapping section,
            String key,
            List<? extends SectionEntry> standing,
            List<? extends SectionEntry> revised,
            PatternDocument document,
            String after) {
        String text = document.blueprint().text();
        for (int i = 0; i < standing.size(); i++) {
            if (revised.contains(standing.get(i))
                    && section.field(key).orElseThrow().value() instanceof Part.Sequence list) {
                Part.Item item = list.items().get(i);
                int from = list.flow() ? item.start() : Lines.start(text, item.start());
                int to = list.flow() ? item.end() : Lines.next(text, item.end());
                assertThat(after).contains(text.substring(from, to));
            }
        }
    }
}
