package org.graphgarden.format;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Front matter as a tree of nodes with marks. Nothing is constructed, so tags in a file cannot do anything. */
final class YamlTree {

    static final int MAX_CODE_POINTS = 256 * 1024;
    static final int MAX_ALIASES = 50;
    static final int MAX_DEPTH = 50;

    private static final Resolver RESOLVER = new Resolver();

    /** What became of composing. */
    sealed interface Composed {}

    record Tree(MappingNode root) implements Composed {}

    record Bad(Problem problem) implements Composed {}

    private YamlTree() {}

    /** Composes the text between the fences. */
    static Composed compose(String text) {
        LoaderOptions options = options();
        Node root;
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            root = new Composer(parser, RESOLVER, options).getSingleNode();
        } catch (MarkedYAMLException e) {
            return bad(codeOf(e), markOf(e, text), messageOf(e));
        } catch (ReaderException e) {
            return new Bad(new Problem(
                    ProblemCode.INVALID_YAML,
                    lineAt(text, e.getPosition()),
                    0,
                    "character U+%04X is not allowed in YAML".formatted(e.getCodePoint())));
        } catch (RuntimeException | StackOverflowError e) {
            // SnakeYAML lets a few limits and bugs out as bare exceptions; hostile input must not end the run.
            return bad(ProblemCode.YAML_LIMIT, null, firstLine(e.getMessage()));
        }
        if (!(root instanceof MappingNode mapping)) {
            return bad(
                    ProblemCode.NOT_A_MAPPING,
                    root == null ? null : root.getStartMark(),
                    "front matter is not a mapping");
        }
        return firstDuplicate(mapping).<Composed>map(Bad::new).orElseGet(() -> new Tree(mapping));
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setProcessComments(false);
        return options;
    }

    /** Looks at each node once, however often aliases lead to it. */
    private static Optional<Problem> firstDuplicate(MappingNode root) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> todo = new ArrayDeque<>(List.of(root));
        while (!todo.isEmpty()) {
            Node node = todo.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(todo::push);
            } else if (node instanceof MappingNode mapping) {
                Optional<Problem> problem = duplicateIn(mapping, mapping == root);
                if (problem.isPresent()) {
                    return problem;
                }
                for (NodeTuple tuple : mapping.getValue()) {
                    todo.push(tuple.getValueNode());
                    todo.push(tuple.getKeyNode());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> duplicateIn(MappingNode mapping, boolean top) {
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                boolean block = top && key.getValue().equals(GardenBlock.KEY);
                ProblemCode code = block ? ProblemCode.DUPLICATE_BLOCK : ProblemCode.DUPLICATE_KEY;
                return Optional.of(problem(code, key.getStartMark(), "key '" + key.getValue() + "' stands twice"));
            }
        }
        return Optional.empty();
    }

    /** A problem at a mark of the text between the fences, which begins on the file's second line. */
    static Problem problem(ProblemCode code, @Nullable Mark mark, String message) {
        return mark == null
                ? new Problem(code, 1, 0, message)
                : new Problem(code, mark.getLine() + 2, mark.getColumn() + 1, message);
    }

    private static Bad bad(ProblemCode code, @Nullable Mark mark, String message) {
        return new Bad(problem(code, mark, message));
    }

    /** Where to look; what is open to the end is best named by where it begins. */
    private static @Nullable Mark markOf(MarkedYAMLException e, String text) {
        Mark problem = e.getProblemMark();
        boolean atEnd = problem == null || problem.getIndex() >= text.codePointCount(0, text.length());
        return atEnd && e.getContextMark() != null ? e.getContextMark() : problem;
    }

    private static ProblemCode codeOf(MarkedYAMLException e) {
        return messageOf(e).contains("duplicate key") ? ProblemCode.DUPLICATE_KEY : ProblemCode.INVALID_YAML;
    }

    private static String messageOf(MarkedYAMLException e) {
        String context = firstLine(e.getContext());
        String problem = firstLine(e.getProblem());
        return context.isEmpty() ? problem : context + ", " + problem;
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }

    private static int lineAt(String text, int codePoints) {
        return (int) text.codePoints()
                        .limit(Math.max(0, codePoints))
                        .filter(c -> c == '\n')
                        .count()
                + 2;
    }
}
