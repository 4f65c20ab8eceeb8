package org.graphgarden.format;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Compares two trees; nodes that aliases lead to again are compared once. */
final class TreeComparison {

    private final Map<Node, Node> compared = new IdentityHashMap<>();

    private TreeComparison() {}

    /** Whether two front matters are the same, in the same order, but for one top-level key. */
    static boolean sameBut(String key, MappingNode one, MappingNode other) {
        return new TreeComparison().sameTuples(without(key, one), without(key, other));
    }

    private static List<NodeTuple> without(String key, MappingNode root) {
        return root.getValue().stream()
                .filter(tuple -> !Nodes.keyOf(tuple.getKeyNode()).equals(key))
                .toList();
    }

    private boolean same(Node one, Node other) {
        if (compared.get(one) == other) {
            return true;
        }
        compared.put(one, other);
        if (!one.getTag().equals(other.getTag())) {
            return false;
        }
        if (one instanceof ScalarNode a && other instanceof ScalarNode b) {
            return a.getValue().equals(b.getValue());
        }
        if (one instanceof SequenceNode a && other instanceof SequenceNode b) {
            return sameNodes(a.getValue(), b.getValue());
        }
        return one instanceof MappingNode a && other instanceof MappingNode b && sameTuples(a.getValue(), b.getValue());
    }

    private boolean sameNodes(List<Node> one, List<Node> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; i < one.size() && same; i++) {
            same = same(one.get(i), other.get(i));
        }
        return same;
    }

    private boolean sameTuples(List<NodeTuple> one, List<NodeTuple> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; i < one.size() && same; i++) {
            same = same(one.get(i).getKeyNode(), other.get(i).getKeyNode())
                    && same(one.get(i).getValueNode(), other.get(i).getValueNode());
        }
        return same;
    }
}
