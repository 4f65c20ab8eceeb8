package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A pattern file in the making. */
final class Page {

    private final Map<String, String> links = new TreeMap<>();
    private final Map<String, String> entities = new TreeMap<>();
    private final Map<String, String> communities = new TreeMap<>();
    private final List<String> curated = new ArrayList<>();
    private String slug;
    private String id = "";
    private String body;
    private String section = "yes";
    private String dash = "    - ";
    private String quote = "\"";
    private boolean broken;
    private boolean slipped;

    Page(String slug) {
        this.slug = slug;
        this.body = "All about " + slug + ".";
    }

    /** A changed copy. */
    Page but(Consumer<Page> change) {
        Page copy = new Page(slug);
        copy.links.putAll(links);
        copy.entities.putAll(entities);
        copy.communities.putAll(communities);
        copy.curated.addAll(curated);
        copy.id = id;
        copy.body = body;
        copy.section = section;
        copy.dash = dash;
        copy.quote = quote;
        copy.broken = broken;
        copy.slipped = slipped;
        change.accept(copy);
        return copy;
    }

    Page link(String target, String confidence) {
        links.put(target, confidence);
        return this;
    }

    Page entity(String key, String label) {
        entities.put(key, label);
        return this;
    }

    Page community(String key, String confidence) {
        communities.put(key, confidence);
        return this;
    }

    Page drop(String key) {
        links.remove(key);
        entities.remove(key);
        communities.remove(key);
        return this;
    }

    Page curate(String target) {
        curated.add(target);
        return this;
    }

    Page uncurate(String target) {
        curated.remove(target);
        return this;
    }

    Page slug(String next) {
        slug = next;
        return this;
    }

    Page id(String next) {
        id = next;
        return this;
    }

    Page body(String next) {
        body = next;
        return this;
    }

    /** "yes", "no" for none at all, "false", or "empty". */
    Page section(String next) {
        section = next;
        return this;
    }

    Page otherStyle() {
        dash = "      -   ";
        quote = "'";
        return this;
    }

    Page broken() {
        broken = true;
        return this;
    }

    /** Something in the section that only a person can mend, though the rest of the file is fine. */
    Page slipped() {
        slipped = true;
        return this;
    }

    String slug() {
        return slug;
    }

    String text() {
        StringBuilder text = new StringBuilder("---\nslug: " + slug + "\n");
        text.append(id.isEmpty() ? "" : "id: " + id + "\n").append(broken ? "title: [\n" : "title: A page\n");
        if (!curated.isEmpty()) {
            text.append("relationships:\n  enables:\n");
            curated.forEach(target -> text.append("    - ").append(target).append('\n'));
        }
        switch (section) {
            case "no" -> {}
            case "false" -> text.append("graph_garden: false\n");
            case "empty" -> text.append("graph_garden:\n");
            default -> appendSection(text);
        }
        return text.append("---\n\n").append(body).append('\n').toString();
    }

    private void appendSection(StringBuilder text) {
        text.append("graph_garden:\n  last_pruned: ")
                .append(slipped ? "&day " : "")
                .append("2026-03-01\n");
        text.append(entities.isEmpty() ? "" : "  entities:\n");
        entities.forEach((key, label) -> append(text, "id", key, "type", "concept", "label", quoted(label)));
        text.append(communities.isEmpty() ? "" : "  communities:\n");
        communities.forEach((key, share) ->
                append(text, "id", key, "label", quoted("The " + key), "source", "inferred", "confidence", share));
        text.append(links.isEmpty() ? "" : "  inferred_links:\n");
        links.forEach((target, share) -> append(
                text,
                "target",
                target,
                "type",
                "complementary",
                "confidence",
                share,
                "reason",
                quoted("To " + target)));
    }

    private void append(StringBuilder text, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            text.append(i == 0 ? dash : " ".repeat(dash.length()))
                    .append(fields[i])
                    .append(": ")
                    .append(fields[i + 1]);
            text.append('\n');
        }
    }

    private String quoted(String text) {
        return quote + text + quote;
    }
}
