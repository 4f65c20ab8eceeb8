package org.graphgarden.standalone.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.graphgarden.inference.garden.PatternExplanation;

/** What is known of one pattern, as lines of text. Pure. */
public final class PatternText {
    private static final int LINKS = 10;

    private final List<String> lines = new ArrayList<>();

    private PatternText() {}

    /** All lines. */
    public static List<String> of(PatternExplanation pattern) {
        PatternText text = new PatternText();
        text.add("%s", pattern.title());
        text.row("slug", pattern.slug());
        text.row("summary", pattern.summary());
        text.row("keywords", String.join(", ", pattern.keywords()));
        text.row("domains", String.join(", ", pattern.domains()));
        text.row(
                "strongest words",
                pattern.terms().stream()
                        .map(term -> text("%s %.2f", term.text(), term.weight()))
                        .collect(Collectors.joining(", ")));
        text.row(
                "linked by people",
                pattern.curated().stream()
                        .map(relation -> relation.target() + " (" + relation.type() + ")")
                        .collect(Collectors.joining(", ")));
        text.row("says the same as", String.join(", ", pattern.nearDuplicates()));
        text.entities(pattern);
        text.links(pattern);
        return List.copyOf(text.lines);
    }

    private void entities(PatternExplanation pattern) {
        add("");
        add("%-40s %-14s %9s", "what it is about", "type", "relevance");
        pattern.entities()
                .forEach(entity -> add("  %-38s %-14s %9.2f", entity.label(), entity.type(), entity.relevance()));
    }

    private void links(PatternExplanation pattern) {
        add("");
        add("%-40s %-16s %10s", "best of " + pattern.links().size() + " candidate links", "type", "confidence");
        pattern.links().stream().limit(LINKS).forEach(link -> {
            add("  %-38s %-16s %10.2f", link.target(), link.type(), link.confidence());
            add("      %s", link.reason());
        });
    }

    private void row(String name, String value) {
        if (!value.isEmpty()) {
            add("  %-18s %s", name, value);
        }
    }

    private void add(String format, Object... values) {
        lines.add(text(format, values).stripTrailing());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
