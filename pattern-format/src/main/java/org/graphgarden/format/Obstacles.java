package org.graphgarden.format;

import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;

/** Finds what keeps a file that can be read from being written. */
final class Obstacles {

    private Obstacles() {}

    static Optional<Problem> ofRoot(MappingNode root, String text) {
        if (root.getFlowStyle() == DumperOptions.FlowStyle.FLOW) {
            return problem(ProblemCode.FLOW_FRONT_MATTER, root, "the front matter is one flow mapping");
        }
        for (NodeTuple tuple : root.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                return problem(ProblemCode.MERGE_KEY, tuple.getKeyNode(), "merge key at the top level");
            }
        }
        for (int at = 0; at < text.length(); at++) {
            if (isOddBreak(text, at)) {
                String message = "line break U+%04X".formatted((int) text.charAt(at));
                return Optional.of(new Problem(ProblemCode.ODD_LINE_BREAK, Lines.number(text, at), 0, message));
            }
        }
        return Optional.empty();
    }

    /** Characters that some YAML readers take for a line break and others do not. */
    private static boolean isOddBreak(String text, int at) {
        return switch (text.charAt(at)) {
            case '\r' -> at + 1 >= text.length() || text.charAt(at + 1) != '\n';
            case '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    static Optional<Problem> ofBlock(GardenBlock block, String text) {
        int line = Lines.number(text, block.start());
        int column = Lines.indent(text.substring(block.start(), block.end()));
        int key = block.start() + column;
        if (!text.substring(key, block.afterColon()).matches("[\"']?" + GardenBlock.KEY + "[\"']?[ \\t]*:")) {
            return problem(ProblemCode.BLOCK_MISPLACED, line, "the block does not begin its line");
        }
        if (block.value() instanceof Part.Scalar scalar && !scalar.isNull()) {
            return scalar.kind() == Part.Kind.FALSE
                    ? problem(ProblemCode.OPTED_OUT, line, "the file opts out")
                    : problem(ProblemCode.BLOCK_NOT_A_MAPPING, line, "the block is a scalar");
        }
        if (block.value() instanceof Part.Sequence) {
            return problem(ProblemCode.BLOCK_NOT_A_MAPPING, line, "the block is a list");
        }
        return unindented(block, text, column);
    }

    /** SnakeYAML lets quoted and flow values go on at the margin, where a line-wise reader takes them for foreign. */
    private static Optional<Problem> unindented(GardenBlock block, String text, int column) {
        int at = Lines.next(text, block.start());
        while (at < block.end()) {
            int next = Lines.next(text, at);
            String line = text.substring(at, next);
            if (!line.isBlank() && !line.strip().startsWith("#") && Lines.indent(line) <= column) {
                return problem(
                        ProblemCode.BLOCK_UNINDENTED, Lines.number(text, at), "a line of the block is not indented");
            }
            at = next;
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(ProblemCode code, int line, String message) {
        return Optional.of(new Problem(code, line, 0, message));
    }

    private static Optional<Problem> problem(ProblemCode code, Node node, String message) {
        return Optional.of(YamlTree.problem(code, node.getStartMark(), message));
    }
}
