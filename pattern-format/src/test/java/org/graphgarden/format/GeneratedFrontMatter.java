package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes front matter in all its shapes, by a seeded generator, so that a failure can be seen again. */
final class GeneratedFrontMatter {

    private static final List<String> TEXTS = List.of(
            "plain",
            "two words",
            "\"double: quoted # text\"",
            "'single ''quoted'' text'",
            "\"\uD83C\uDF31 \\u00e9 \\\"esc\\\"\"",
            "2026-01-01",
            "0.90",
            "yes",
            "~",
            "");

    private static final List<String> FOREIGN = List.of(
            "title: \"A: title\"",
            "aliases: [a, \"b, c\"]",
            "summary: >-\n  folded text\n  over # lines\n\n  and more",
            "keep: |+\n  kept\n\n",
            "nested:\n  deep:\n    - a\n    - {b: c}\n  other: null",
            "list:\n- a\n- b: c\n  d: e",
            "multi: plain text\n  goes on",
            "quoted: \"goes\n\n  on\"",
            "base: &b {k: v}",
            "# a lone comment",
            "# ====================\n# GROUP 1: THINGS\n# ====================",
            "",
            "version: 1.0",
            "contributors: [\"a\"]",
            "license: MIT # or so");

    private final Random random;
    private final String indent;
    private final String dash;

    private GeneratedFrontMatter(long seed) {
        this.random = new Random(seed);
        this.indent = pick(List.of("  ", "  ", "    ", " "));
        this.dash = pick(List.of("", "  ", "    "));
    }

    /** A whole file. */
    static String file(long seed) {
        GeneratedFrontMatter generated = new GeneratedFrontMatter(seed);
        String file = "---\n" + generated.front() + generated.pick(List.of("---\n", "---  \n", "...\n"))
                + generated.pick(List.of("", "Text", "Text.\n\n---\ngraph_garden:\n  entities: []\n---\n"));
        file = generated.oneIn(5) ? file.replace("\n", "\r\n") : file;
        return generated.oneIn(8) ? "\uFEFF" + file : file;
    }

    private String front() {
        List<String> parts = new ArrayList<>(FOREIGN);
        java.util.Collections.shuffle(parts, random);
        parts = new ArrayList<>(parts.subList(0, random.nextInt(parts.size())));
        parts.add(random.nextInt(parts.size() + 1), "slug: x");
        if (!oneIn(5)) {
            parts.add(random.nextInt(parts.size() + 1), block());
        }
        return String.join("\n", parts) + "\n";
    }

    private String block() {
        if (oneIn(8)) {
            return "graph_garden:" + pick(List.of("", " null", " {}", " ~ # none", " # none"));
        }
        if (oneIn(8)) {
            return "graph_garden: {" + flowField("entities") + ", more: 1, " + flowField("inferred_links") + "}";
        }
        List<String> fields = new ArrayList<>();
        List<String> keys =
                new ArrayList<>(List.of("last_pruned", "entities", "communities", "inferred_links", "more"));
        if (oneIn(3)) {
            java.util.Collections.shuffle(keys, random);
        }
        for (String key : keys) {
            if (!oneIn(6)) {
                fields.add(noise(indent) + indent + field(key));
            }
        }
        return fields.isEmpty() ? "graph_garden: {}" : "graph_garden:" + comment() + "\n" + String.join("\n", fields);
    }

    private String field(String key) {
        return switch (key) {
            case "last_pruned" ->
                key + ": " + pick(List.of("2026-02-03", "'2026-02-03'", "null", "", "2026")) + comment();
            case "more" -> "more:" + comment() + "\n" + indent + "  - x: 1\n" + indent + "    y: [2, 3]";
            default -> list(key);
        };
    }

    private String list(String key) {
        if (oneIn(4)) {
            return key + ":" + pick(List.of("", " []", " null", " [ ]")) + comment();
        }
        if (oneIn(4)) {
            return flowField(key) + comment();
        }
        StringBuilder out = new StringBuilder(key + ":" + comment());
        int size = 1 + random.nextInt(4);
        boolean bare = oneIn(4);
        for (int i = 0; i < size; i++) {
            out.append('\n')
                    .append(noise(indent + dash))
                    .append(indent)
                    .append(dash)
                    .append("- ");
            out.append(bare || oneIn(8) ? bareText(i) + comment() : map(key, indent + dash + "  ", i));
        }
        return out.toString();
    }

    private String flowField(String key) {
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(oneIn(2) ? bareText(i) : "{" + name(key) + ": " + bareText(i) + ", confidence: 0.90}");
        }
        return key + ": [" + String.join(pick(List.of(", ", ",", ",\n" + indent + "    ")), items) + "]";
    }

    private String map(String key, String inner, int i) {
        List<String> fields = new ArrayList<>(List.of(
                name(key) + ": " + bareText(i),
                "type: " + pick(List.of("concept", "enables", "complementary", "")),
                pick(List.of("confidence", "relevance", "strength")) + ": "
                        + pick(List.of("0.90", ".5", "3", "1", "~")),
                pick(List.of("label", "reason", "source", "by")) + ": " + pick(TEXTS),
                "extra: >-\n" + inner + "  folded\n" + inner + "  text"));
        fields = fields.subList(0, 1 + random.nextInt(fields.size()));
        StringBuilder out = new StringBuilder();
        for (String field : fields) {
            out.append(out.isEmpty() ? "" : "\n" + noise(inner) + inner).append(field);
            out.append(field.contains(">-") || field.contains("\"") ? "" : comment());
        }
        return out.toString();
    }

    private String bareText(int i) {
        return pick(List.of("e" + i, "e" + i, "'e" + i + "'", "\"e " + i + "\"", "same", "360-e" + i));
    }

    private static String name(String key) {
        return key.equals("inferred_links") ? "target" : "id";
    }

    private String noise(String column) {
        return oneIn(7)
                ? pick(List.of("\n", column + "# note\n", column + "# note\n\n", "\n" + column + "# note\n"))
                : "";
    }

    private String comment() {
        return oneIn(6) ? " # c" : "";
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
