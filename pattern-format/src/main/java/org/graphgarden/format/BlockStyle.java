package org.graphgarden.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes its garden block.
 *
 * @param newline the file's line break
 * @param indent column of the block's keys
 * @param dash column of the dashes of its block lists
 */
record BlockStyle(String newline, int indent, int dash) {

    private static final int STEP = 2;
    private static final int WIDEST_STEP = 8;
    private static final Pattern NESTED =
            Pattern.compile("(?m)^( *)[\\w\"'-]+:[ \\t]*(?:#[^\\n]*)?\\r?\\n( +)[\\w\"'-]+:");

    static BlockStyle of(Blueprint blueprint) {
        String text = blueprint.text();
        if (blueprint.block().isPresent()
                && blueprint.block().get().value() instanceof Part.Mapping section
                && !section.flow()) {
            int indent = Lines.column(text, section.fields().get(0).start());
            int dash = section.fields().stream()
                    .flatMap(field -> dashOf(field.value(), text).stream())
                    .findFirst()
                    .orElse(indent + STEP);
            return new BlockStyle(newlineOf(text), indent, dash);
        }
        int root = rootIndent(blueprint);
        int indent = root + stepOf(text, root);
        return new BlockStyle(newlineOf(text), indent, indent + STEP);
    }

    static int rootIndent(Blueprint blueprint) {
        List<Blueprint.TopKey> keys = blueprint.keys();
        return keys.isEmpty() ? 0 : Lines.column(blueprint.text(), keys.get(0).start());
    }

    private static Optional<Integer> dashOf(Part value, String text) {
        return value instanceof Part.Sequence list
                        && !list.flow()
                        && !list.items().isEmpty()
                ? Optional.of(Lines.column(text, list.items().get(0).start()))
                : Optional.empty();
    }

    /** The same for one list, which may have its dashes elsewhere. */
    BlockStyle forList(Part.Sequence list, String text) {
        return new BlockStyle(newline, indent, dashOf(list, text).orElse(dash));
    }

    /** How far the file indents the first of its nested mappings. */
    private static int stepOf(String text, int root) {
        Matcher nested = NESTED.matcher(text);
        while (nested.find()) {
            int step = nested.group(2).length() - root;
            if (nested.group(1).length() == root && step > 0 && step <= WIDEST_STEP) {
                return step;
            }
        }
        return STEP;
    }

    private static String newlineOf(String text) {
        int feed = text.indexOf('\n');
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    /** A line of the block at the given column. */
    String line(int column, String content) {
        return " ".repeat(column) + content + newline;
    }
}
