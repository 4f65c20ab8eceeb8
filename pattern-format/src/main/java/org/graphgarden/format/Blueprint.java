package org.graphgarden.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The plan of a front matter text that a splice works by.
 *
 * @param text text between the fences
 * @param keys top-level keys, in file order
 * @param block the garden block, if there is one whose lines are certain
 * @param obstacle why the file must not be written, if so
 */
record Blueprint(String text, List<TopKey> keys, Optional<GardenBlock> block, Optional<Problem> obstacle) {

    /** Obstacles in what the block says, which leave no doubt about where it lies. */
    private static final Set<ProblemCode> OF_VALUE = EnumSet.of(ProblemCode.OPTED_OUT, ProblemCode.BLOCK_NOT_A_MAPPING);

    /**
     * A top-level key.
     *
     * @param name the key
     * @param start its offset
     */
    record TopKey(String name, int start) {}

    static Blueprint of(String text, MappingNode root) {
        PartBuilder parts = new PartBuilder(text);
        List<TopKey> keys = root.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .map(key -> new TopKey(Nodes.keyOf(key), parts.offset(key.getStartMark())))
                .toList();
        Optional<NodeTuple> tuple = root.getValue().stream()
                .filter(t -> Nodes.keyOf(t.getKeyNode()).equals(GardenBlock.KEY))
                .findFirst();
        Optional<Problem> unsafe = tuple.flatMap(t -> BlockSafety.check(t.getKeyNode(), t.getValueNode(), text, parts));
        Optional<GardenBlock> block = unsafe.isPresent() ? Optional.empty() : tuple.map(t -> block(t, text, parts));
        Optional<Problem> obstacle =
                rootObstacle(root, text).or(() -> unsafe).or(() -> block.flatMap(found -> blockObstacle(found, text)));
        return new Blueprint(text, keys, block, obstacle);
    }

    /** The block when its lines hold nothing else. */
    Optional<GardenBlock> ownLines() {
        return obstacle.isEmpty() || OF_VALUE.contains(obstacle.get().code()) ? block : Optional.empty();
    }

    private static GardenBlock block(NodeTuple tuple, String text, PartBuilder parts) {
        Node key = tuple.getKeyNode();
        int keyEnd = parts.offset(key.getEndMark());
        Part value = parts.build(tuple.getValueNode());
        int start = Lines.start(text, parts.offset(key.getStartMark()));
        return new GardenBlock(start, Lines.next(text, Math.max(keyEnd, value.end())), parts.afterColon(key), value);
    }

    private static Optional<Problem> rootObstacle(MappingNode root, String text) {
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

    private static Optional<Problem> blockObstacle(GardenBlock block, String text) {
        int line = Lines.number(text, block.start());
        int key = block.start();
        while (text.startsWith(" ", key)) {
            key++;
        }
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
        return Optional.empty();
    }

    private static Optional<Problem> problem(ProblemCode code, int line, String message) {
        return Optional.of(new Problem(code, line, 0, message));
    }

    private static Optional<Problem> problem(ProblemCode code, Node node, String message) {
        return Optional.of(YamlTree.problem(code, node.getStartMark(), message));
    }
}
