package org.graphgarden.format;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Looks for what makes the place of a block's parts uncertain: anchors, aliases and tags. */
final class BlockSafety {

    private BlockSafety() {}

    static Optional<Problem> check(Node key, Node value, String text, PartBuilder parts) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> todo = new ArrayDeque<>(List.of(key, value));
        while (!todo.isEmpty()) {
            Node node = todo.pop();
            if (node.getAnchor() != null || !seen.add(node)) {
                return problem(ProblemCode.BLOCK_ANCHORED, node, "anchor or alias in the block");
            }
            int start = parts.offset(node.getStartMark());
            char first = start < text.length() ? text.charAt(start) : '\n';
            // A tag opens its node, and nothing else that opens one begins with an exclamation mark.
            if (first == '!' && hasExtent(node)) {
                return problem(ProblemCode.BLOCK_TAGGED, node, "tag in the block");
            }
            push(node, todo);
        }
        return Optional.empty();
    }

    private static boolean hasExtent(Node node) {
        return node instanceof CollectionNode
                || node.getEndMark().getIndex() > node.getStartMark().getIndex();
    }

    private static void push(Node node, Deque<Node> todo) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                todo.push(tuple.getValueNode());
                todo.push(tuple.getKeyNode());
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(todo::push);
        }
    }

    private static Optional<Problem> problem(ProblemCode code, Node node, String message) {
        return Optional.of(YamlTree.problem(code, node.getStartMark(), message));
    }
}
