package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what people say in the front matter, in every shape that libraries have it in. */
final class FrontMatterReader {

    /** Keys under which older files hold relations at the top level. */
    private static final List<String> TOP_LEVEL_RELATIONS = List.of(
            "generalizes_from",
            "specializes_to",
            "enables",
            "requires",
            "alternatives",
            "complementary",
            "tools",
            "related",
            "related_patterns");

    private static final String RELATIONSHIPS = "relationships";

    private FrontMatterReader() {}

    /** Reads the front matter; empty when it has neither slug nor id. */
    static Optional<FrontMatter> read(MappingNode root) {
        String id = Nodes.text(root, "id");
        String slug = Nodes.text(root, "slug");
        if (slug.isEmpty() && id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FrontMatter(
                slug.isEmpty() ? id : slug,
                id,
                Nodes.text(root, "title"),
                Nodes.texts(root, "aliases"),
                Nodes.text(root, "summary"),
                keywords(root),
                tension(root),
                domains(root),
                sources(root),
                curated(root),
                isOlderFormat(root)));
    }

    private static List<String> keywords(Node root) {
        return joined(
                Nodes.texts(root, "ontology", "search_hints", "vector_keywords"),
                Nodes.texts(root, "ontology", "search_hints", "keywords"),
                Nodes.texts(root, "keywords"),
                Nodes.texts(root, "tags"));
    }

    private static String tension(Node root) {
        return Stream.of(
                        Nodes.text(root, "ontology", "search_hints", "primary_tension"),
                        Nodes.text(root, "ontology", "primary_tension"),
                        Nodes.text(root, "primary_tension"),
                        Nodes.text(root, "tension"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> domains(Node root) {
        return joined(
                Nodes.texts(root, "ontology", "domain"),
                Nodes.texts(root, "classification", "domain"),
                Nodes.texts(root, "ontology", "cross_domains"),
                Nodes.texts(root, "classification", "category"),
                Nodes.texts(root, "category"),
                Nodes.texts(root, "ontology", "commons_domain"),
                Nodes.texts(root, "classification", "commons_domain"),
                Nodes.texts(root, "commons_domain"));
    }

    private static List<String> sources(Node root) {
        return Nodes.items(root, "sources")
                .map(item -> firstText(item, List.of("title", "name")))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<CuratedRelation> curated(Node root) {
        List<CuratedRelation> relations = new ArrayList<>();
        Nodes.at(root, RELATIONSHIPS).ifPresent(group -> addGroup(group, relations));
        for (String type : TOP_LEVEL_RELATIONS) {
            addAll(type, type, Nodes.items(root, type), relations);
        }
        return relations;
    }

    private static void addGroup(Node group, List<CuratedRelation> relations) {
        if (group instanceof MappingNode byType) {
            for (NodeTuple tuple : byType.getValue()) {
                String type = Nodes.keyOf(tuple.getKeyNode());
                addAll(RELATIONSHIPS + "." + type, type, items(tuple.getValueNode()), relations);
            }
        } else if (group instanceof SequenceNode flat) {
            for (Node item : flat.getValue()) {
                addAll(RELATIONSHIPS, Nodes.text(item, "type"), Stream.of(item), relations);
            }
        }
    }

    private static Stream<Node> items(Node value) {
        return Nodes.items(value);
    }

    private static void addAll(String list, String type, Stream<Node> items, List<CuratedRelation> relations) {
        items.forEach(item -> {
            String target = firstText(item, List.of("slug", "target", "id"));
            if (!type.isBlank() && !target.isEmpty()) {
                relations.add(new CuratedRelation(type, target, Nodes.number(Nodes.text(item, "weight")), list));
            }
        });
    }

    /** The text of a bare string, or of the first of the keys that a mapping has. */
    private static String firstText(Node item, List<String> keys) {
        return Stream.concat(Stream.of(Nodes.text(item)), keys.stream().map(key -> Nodes.text(item, key)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Does not look at the garden section: planting one does not make a file newer. */
    private static boolean isOlderFormat(Node root) {
        return Nodes.at(root, RELATIONSHIPS).isEmpty()
                && Stream.concat(Stream.of("classification"), TOP_LEVEL_RELATIONS.stream())
                        .anyMatch(key -> Nodes.at(root, key).isPresent());
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).distinct().toList();
    }
}
