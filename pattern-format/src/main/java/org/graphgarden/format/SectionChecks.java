package org.graphgarden.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Finds what is doubtful in a pattern that can be read. */
final class SectionChecks {

    private static final Set<String> LINK_TYPES = Set.of(
            "generalizes_from", "specializes_to", "enables", "requires", "alternatives", "complementary", "tools");

    private final List<Problem> problems = new ArrayList<>();
    private final PatternDocument document;
    private final String text;
    private int lastOffset;
    private int lastLine = 2;

    private SectionChecks(PatternDocument document) {
        this.document = document;
        this.text = document.blueprint().text();
    }

    static List<Problem> check(PatternDocument document) {
        SectionChecks checks = new SectionChecks(document);
        checks.frontMatter();
        document.blueprint().block().ifPresent(block -> checks.block(block.value()));
        return List.copyOf(checks.problems);
    }

    private void frontMatter() {
        if (document.slug().equals(document.frontMatter().id())
                && document.blueprint().keys().stream()
                        .noneMatch(key -> key.name().equals("slug"))) {
            problems.add(new Problem(ProblemCode.NO_SLUG, 1, 0, "the front matter has no slug"));
        }
        if (document.frontMatter().title().isEmpty()) {
            problems.add(new Problem(ProblemCode.NO_TITLE, 1, 0, "the front matter has no title"));
        }
    }

    private void block(Part value) {
        if (!(value instanceof Part.Mapping section)) {
            return;
        }
        for (Part.Field field : section.fields()) {
            switch (field.key()) {
                case EntryFields.LAST_PRUNED -> date(field);
                case EntryFields.ENTITIES, EntryFields.COMMUNITIES, EntryFields.LINKS -> list(field);
                default -> add(ProblemCode.UNKNOWN_KEY, field.start(), "key '" + field.key() + "' in the block");
            }
        }
    }

    private void date(Part.Field field) {
        String date = Part.textOf(field.value());
        boolean missing = field.value() instanceof Part.Scalar scalar && scalar.isNull();
        if (!missing && SectionReader.date(date).isEmpty()) {
            add(ProblemCode.BAD_DATE, field.start(), "last_pruned is '" + date + "'");
        }
    }

    private void list(Part.Field field) {
        if (field.value() instanceof Part.Sequence sequence) {
            Set<String> keys = new HashSet<>();
            sequence.items().forEach(item -> entry(field.key(), item, keys));
        } else if (!(field.value() instanceof Part.Scalar scalar && scalar.isNull())) {
            add(ProblemCode.LIST_MALFORMED, field.start(), field.key() + " is not a list");
        }
    }

    private void entry(String list, Part.Item item, Set<String> keys) {
        String key = item.value() instanceof Part.Mapping map ? map.text(keysOf(list)) : Part.textOf(item.value());
        if (key.isEmpty()) {
            add(ProblemCode.UNREADABLE_ENTRY, item.start(), "entry of " + list + " without a name");
        } else if (!keys.add(key)) {
            add(ProblemCode.DUPLICATE_ENTRY, item.start(), "'" + key + "' stands twice in " + list);
        }
        boolean link = list.equals(EntryFields.LINKS);
        if (link && key.equals(document.slug())) {
            add(ProblemCode.SELF_LINK, item.start(), "link to the pattern itself");
        }
        if (item.value() instanceof Part.Mapping map) {
            map.fields().forEach(field -> field(link, field));
        }
    }

    private static List<String> keysOf(String list) {
        return list.equals(EntryFields.LINKS) ? EntryFields.TARGET : List.of("id", "slug", "label", "name");
    }

    private void field(boolean link, Part.Field field) {
        String value = Part.textOf(field.value());
        switch (field.key()) {
            case "type" -> {
                if (link && !LINK_TYPES.contains(value)) {
                    add(ProblemCode.UNKNOWN_LINK_TYPE, field.start(), "link type '" + value + "'");
                }
            }
            case "relevance", "confidence" -> {
                OptionalDouble number = Nodes.number(value);
                if (number.isEmpty() || number.getAsDouble() <= 0 || number.getAsDouble() > 1) {
                    add(ProblemCode.OUT_OF_RANGE, field.start(), field.key() + " is '" + value + "'");
                }
            }
            case "id", "slug", "label", "name", "source", "target", "reason", "strength" -> {}
            default -> add(ProblemCode.UNKNOWN_KEY, field.start(), "key '" + field.key() + "' in an entry");
        }
    }

    private void add(ProblemCode code, int offset, String message) {
        problems.add(new Problem(code, lineOf(offset), Lines.column(text, offset) + 1, message));
    }

    /** Counts on from the place asked for last, as places are asked for in file order. */
    private int lineOf(int offset) {
        if (offset < lastOffset) {
            return Lines.number(text, offset);
        }
        for (int at = lastOffset; at < offset; at++) {
            lastLine += text.charAt(at) == '\n' ? 1 : 0;
        }
        lastOffset = offset;
        return lastLine;
    }
}
