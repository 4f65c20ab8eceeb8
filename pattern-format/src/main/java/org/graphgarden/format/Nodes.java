package org.graphgarden.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Forgiving looks into a tree: what is not there or of another shape reads as empty. */
final class Nodes {

    private Nodes() {}

    /** The value behind a path of keys. */
    static Optional<Node> at(Node node, String... path) {
        Optional<Node> at = Optional.of(node);
        for (String key : path) {
            at = at.flatMap(n -> child(n, key));
        }
        return at;
    }

    private static Optional<Node> child(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(tuple -> keyOf(tuple.getKeyNode()).equals(key))
                .map(tuple -> tuple.getValueNode())
                .findFirst();
    }

    static String keyOf(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The text of a scalar as it is written, whatever its type; empty for null and for collections. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? scalar.getValue().strip()
                : "";
    }

    static String text(Node node, String... path) {
        return at(node, path).map(Nodes::text).orElse("");
    }

    /** The texts of a list, or of a scalar that stands for a list of one. */
    static List<String> texts(Node node, String... path) {
        return items(node, path)
                .map(Nodes::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The entries of a list; a value that is no list is a list of one. */
    static Stream<Node> items(Node node, String... path) {
        return at(node, path).stream()
                .flatMap(found ->
                        found instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.of(found));
    }

    static OptionalDouble number(String text) {
        if (text.isEmpty() || text.length() > 32 || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
