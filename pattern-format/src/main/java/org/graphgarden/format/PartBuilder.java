package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns nodes with marks into parts with offsets. Marks count code points and, for block collections, end at the next
 * token; parts count UTF-16 units and end with their last content.
 */
final class PartBuilder {

    /** A section's scalars lie four levels deep: block, list, entry, field. */
    private static final int DEPTH = 4;

    private final String text;
    private final CodePoints codePoints;

    PartBuilder(String text) {
        this.text = text;
        this.codePoints = CodePoints.of(text);
    }

    /** Offset of a mark. */
    int offset(Mark mark) {
        return codePoints.toOffset(mark.getIndex());
    }

    Part build(Node node) {
        return build(node, DEPTH);
    }

    private Part build(Node node, int depth) {
        int start = offset(node.getStartMark());
        if (node instanceof ScalarNode scalar) {
            return new Part.Scalar(start, contentEnd(node), scalar.getValue(), kind(scalar), style(scalar));
        }
        if (depth > 1 && node instanceof MappingNode mapping) {
            List<Part.Field> fields = new ArrayList<>();
            mapping.getValue().forEach(tuple -> fields.add(field(tuple, depth)));
            return new Part.Mapping(start, contentEnd(node), isFlow(mapping), List.copyOf(fields));
        }
        if (depth > 1 && node instanceof SequenceNode sequence) {
            return new Part.Sequence(start, contentEnd(node), isFlow(sequence), items(sequence, depth));
        }
        return new Part.Opaque(start, contentEnd(node));
    }

    private Part.Field field(NodeTuple tuple, int depth) {
        Node key = tuple.getKeyNode();
        Part value = build(tuple.getValueNode(), depth - 1);
        int keyEnd = contentEnd(key);
        int afterColon = afterColon(key);
        return new Part.Field(
                Nodes.keyOf(key), offset(key.getStartMark()), afterColon, Math.max(keyEnd, value.end()), value);
    }

    /** Offset behind the colon of a key; behind the key itself when its colon is not next to it. */
    int afterColon(Node key) {
        int at = offset(key.getEndMark());
        int colon = at;
        while (colon < text.length() && (text.charAt(colon) == ' ' || text.charAt(colon) == '\t')) {
            colon++;
        }
        return colon < text.length() && text.charAt(colon) == ':' ? colon + 1 : at;
    }

    private List<Part.Item> items(SequenceNode sequence, int depth) {
        List<Part.Item> items = new ArrayList<>();
        int from = offset(sequence.getStartMark());
        for (Node node : sequence.getValue()) {
            Part value = build(node, depth - 1);
            int start = isFlow(sequence) ? value.start() : dashBefore(value.start(), from);
            items.add(new Part.Item(start, value.end(), value));
            from = Math.max(from, value.end());
        }
        return List.copyOf(items);
    }

    /** The dash that begins an item: the first one that begins a line behind the item before. */
    private int dashBefore(int valueStart, int from) {
        int line = Lines.start(text, valueStart);
        while (line >= Lines.start(text, from)) {
            int at = line;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < valueStart && at >= from && text.charAt(at) == '-') {
                return at;
            }
            if (line == 0) {
                break;
            }
            line = Lines.start(text, line - 1);
        }
        return valueStart;
    }

    /** Offset behind the last character of a node that is neither comment nor line break. */
    int contentEnd(Node node) {
        int end = offset(node.getEndMark());
        if (node instanceof ScalarNode scalar) {
            return style(scalar) == Part.Style.BLOCK ? trimmed(offset(node.getStartMark()), end) : end;
        }
        if (isFlow((CollectionNode<?>) node)) {
            return end;
        }
        int last = offset(node.getStartMark());
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                last = Math.max(last, Math.max(contentEnd(tuple.getKeyNode()), contentEnd(tuple.getValueNode())));
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                last = Math.max(last, contentEnd(item));
            }
        }
        return last;
    }

    private int trimmed(int start, int end) {
        int at = Math.min(end, text.length());
        while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isFlow(CollectionNode<?> node) {
        return node.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
    }

    private static Part.Kind kind(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.NULL)) {
            return Part.Kind.NULL;
        }
        boolean no = scalar.getTag().equals(Tag.BOOL)
                && List.of("false", "no", "off").contains(scalar.getValue().toLowerCase(java.util.Locale.ROOT));
        return no ? Part.Kind.FALSE : Part.Kind.OTHER;
    }

    private static Part.Style style(ScalarNode scalar) {
        return switch (scalar.getScalarStyle()) {
            case PLAIN -> Part.Style.PLAIN;
            case SINGLE_QUOTED -> Part.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Part.Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED, JSON_SCALAR_STYLE -> Part.Style.BLOCK;
        };
    }
}
