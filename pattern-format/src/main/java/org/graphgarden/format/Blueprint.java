package org.graphgarden.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

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
        Optional<Problem> obstacle = Obstacles.ofRoot(root, text)
                .or(() -> unsafe)
                .or(() -> block.flatMap(found -> Obstacles.ofBlock(found, text)));
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
        int contentEnd = Lines.next(text, Math.max(keyEnd, value.end()));
        int column = Lines.column(text, parts.offset(key.getStartMark()));
        return new GardenBlock(start, withComments(text, contentEnd, column), parts.afterColon(key), value);
    }

    /** Comments that are indented as the block's own lines are, belong to it; blank lines between them too. */
    private static int withComments(String text, int contentEnd, int column) {
        int end = contentEnd;
        int at = contentEnd;
        while (at < text.length()) {
            int next = Lines.next(text, at);
            String line = text.substring(at, next);
            boolean comment = line.strip().startsWith("#");
            if (comment ? Lines.indent(line) <= column : !line.isBlank()) {
                break;
            }
            end = comment ? next : end;
            at = next;
        }
        return end;
    }
}
