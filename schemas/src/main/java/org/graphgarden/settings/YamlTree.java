package org.graphgarden.settings;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML into a {@link Tree}. Builds no objects from it, and takes no anchors, so that it stays a tree. */
final class YamlTree {

    private final String file;

    private YamlTree(String file) {
        this.file = file;
    }

    static Tree.Branch read(String file, Reader yaml) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
            return root == null || isNull(root)
                    ? new Tree.Branch(Map.of(), 1)
                    : new YamlTree(file).branch(root, "the file");
        } catch (YAMLException e) {
            throw new ConfigurationException(file + " is not valid YAML: " + e.getMessage(), e);
        }
    }

    private Tree.Branch branch(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, what + " has to hold keys and values");
        }
        Map<String, Tree> children = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!isNull(tuple.getValueNode()) && children.put(key, tree(tuple.getValueNode(), key)) != null) {
                throw problem(tuple.getKeyNode(), "key '" + key + "' stands twice");
            }
        }
        return new Tree.Branch(children, line(node));
    }

    private Tree tree(Node node, String key) {
        if (node.getAnchor() != null) {
            throw problem(node, "'" + key + "' uses an anchor: write the value out");
        }
        if (node instanceof MappingNode) {
            return branch(node, "'" + key + "'");
        }
        if (node instanceof SequenceNode sequence) {
            List<String> items = sequence.getValue().stream().map(this::scalar).toList();
            return new Tree.Leaf(items, line(node));
        }
        return new Tree.Leaf(scalar(node), line(node));
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar && node.getAnchor() == null) {
            return scalar.getValue();
        }
        throw problem(node, "a plain value is expected here");
    }

    private ConfigurationException problem(Node node, String message) {
        return new ConfigurationException(file + ":" + line(node) + ": " + message);
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
