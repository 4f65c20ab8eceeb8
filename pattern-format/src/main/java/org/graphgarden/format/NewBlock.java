package org.graphgarden.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the whole block where a file has none, or has one that holds nothing. */
final class NewBlock {

    /** The block goes before the first of these, which are about where a file comes from. */
    private static final Set<String> PROVENANCE =
            Set.of("contributors", "sources", "license", "attribution", "provenance");

    private NewBlock() {}

    static List<Edit> edits(Blueprint blueprint, GardenSection section) {
        BlockStyle style = BlockStyle.of(blueprint);
        String lines = SectionLines.section(section, style);
        return blueprint
                .block()
                .map(block -> filled(block, lines))
                .orElseGet(() -> List.of(inserted(blueprint, style, lines)));
    }

    /** Takes away a null or {} and puts the lines below the key, whose comment stays. */
    private static List<Edit> filled(GardenBlock block, String lines) {
        int end = Math.max(block.afterColon(), block.value().end());
        return List.of(new Edit(block.afterColon(), end, ""), Edit.insert(block.end(), lines));
    }

    private static Edit inserted(Blueprint blueprint, BlockStyle style, String lines) {
        String text = blueprint.text();
        int root = BlockStyle.rootIndent(blueprint);
        String block = style.line(root, GardenBlock.KEY + ":") + lines;
        Optional<Banners.Span> waiting = Banners.ofGarden(text, Optional.empty());
        if (waiting.isPresent()) {
            return Edit.insert(waiting.get().end(), block);
        }
        int at = blueprint.keys().stream()
                .filter(key -> PROVENANCE.contains(key.name()))
                .findFirst()
                .map(key -> aboveComments(text, Lines.start(text, key.start())))
                .orElse(text.length());
        return Edit.insert(at, Banners.like(text, at, style.newline(), root) + block);
    }

    /** Start of the comment lines that stand right above a line; the line's own start when there are none. */
    private static int aboveComments(String text, int lineStart) {
        int at = lineStart;
        while (at > 0) {
            int above = Lines.start(text, at - 1);
            if (!text.substring(above, at).strip().startsWith("#")) {
                break;
            }
            at = above;
        }
        return at;
    }
}
