package org.graphgarden.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the edits that make a standing section say what a revised one says; none when it does already. */
final class SectionWriter {

    private final String text;
    private final BlockStyle style;
    private final Part.Mapping block;
    private final GardenSection standing;
    private final List<Edit> edits = new ArrayList<>();

    private SectionWriter(Blueprint blueprint, Part.Mapping block) {
        this.text = blueprint.text();
        this.style = BlockStyle.of(blueprint);
        this.block = block;
        this.standing = SectionReader.read(block);
    }

    /** The edits of a document that has no obstacle. */
    static List<Edit> edits(Blueprint blueprint, GardenSection revised) throws CannotWrite {
        if (blueprint.block().isPresent()
                && blueprint.block().get().value() instanceof Part.Mapping mapping
                && !mapping.fields().isEmpty()) {
            return new SectionWriter(blueprint, mapping).revise(revised);
        }
        return revised.equals(GardenSection.EMPTY) ? List.of() : NewBlock.edits(blueprint, revised);
    }

    private List<Edit> revise(GardenSection revised) throws CannotWrite {
        if (revised.lastPruned().isPresent() && !revised.lastPruned().equals(standing.lastPruned())) {
            date(revised.lastPruned().get());
        }
        list(EntryFields.ENTITIES, standing.entities(), revised.entities());
        list(EntryFields.COMMUNITIES, standing.communities(), revised.communities());
        list(EntryFields.LINKS, standing.links(), revised.links());
        return edits;
    }

    private void date(LocalDate date) throws CannotWrite {
        Optional<Part.Field> field = block.field(EntryFields.LAST_PRUNED);
        if (field.isEmpty()) {
            addField(EntryFields.LAST_PRUNED, date.toString(), "");
        } else if (field.get().value() instanceof Part.Scalar scalar) {
            String yaml =
                    switch (scalar.style()) {
                        case PLAIN, BLOCK -> date.toString();
                        case SINGLE_QUOTED -> "'" + date + "'";
                        case DOUBLE_QUOTED -> "\"" + date + "\"";
                    };
            edits.add(EntryWriter.replaceScalar(scalar, yaml, text));
        } else {
            throw malformed(field.get(), "is not a scalar");
        }
    }

    private void list(String key, List<? extends SectionEntry> from, List<? extends SectionEntry> to)
            throws CannotWrite {
        if (from.equals(to)) {
            return;
        }
        Optional<Part.Field> field = block.field(key);
        List<Part.Item> items =
                field.map(Part.Field::value).orElse(null) instanceof Part.Sequence list ? list.items() : List.of();
        if (isAsItStands(to, items)) {
            return;
        }
        int[] matches = EntryMatching.match(to, from, items);
        if (field.isEmpty()) {
            addList(key, to);
        } else if (!items.isEmpty() && field.get().value() instanceof Part.Sequence list) {
            edits.addAll(
                    list.flow()
                            ? new FlowListWriter(text, list).write(to, matches, style)
                            : new BlockListWriter(text, field.get(), list, style).write(to, matches));
        } else {
            fill(field.get(), to);
        }
    }

    private static boolean isAsItStands(List<? extends SectionEntry> to, List<Part.Item> items) {
        boolean same = to.size() == items.size();
        for (int i = 0; i < items.size() && same; i++) {
            same = EntryValue.stands(to.get(i), items.get(i).value());
        }
        return same;
    }

    /** Fills a list that is empty, null or nothing at all. */
    private void fill(Part.Field field, List<? extends SectionEntry> entries) throws CannotWrite {
        boolean empty = field.value() instanceof Part.Sequence
                || (field.value() instanceof Part.Scalar scalar && scalar.isNull());
        if (!empty) {
            throw malformed(field, "is not a list");
        }
        if (block.flow()) {
            edits.add(new Edit(field.afterColon(), field.value().end(), " " + SectionLines.flowList(entries)));
        } else {
            int end = Math.max(field.afterColon(), field.value().end());
            edits.add(new Edit(field.afterColon(), end, ""));
            edits.add(Edit.insert(Lines.next(text, end), SectionLines.blockList(entries, style)));
        }
    }

    private void addList(String key, List<? extends SectionEntry> entries) {
        addField(key, SectionLines.flowList(entries), SectionLines.blockList(entries, style));
    }

    /** Adds a key behind the last standing one that comes before it in the house's order. */
    private void addField(String key, String inline, String lines) {
        Optional<Part.Field> before = EntryFields.SECTION.subList(0, EntryFields.SECTION.indexOf(key)).stream()
                .flatMap(earlier -> block.field(earlier).stream())
                .reduce((first, second) -> second);
        Part.Field first = block.fields().get(0);
        if (block.flow()) {
            String field = key + ": " + inline;
            edits.add(before.map(found -> Edit.insert(found.end(), ", " + field))
                    .orElseGet(() -> Edit.insert(first.start(), field + ", ")));
        } else {
            int at = before.map(found -> Lines.next(text, found.end())).orElse(Lines.start(text, first.start()));
            String head = lines.isEmpty() ? key + ": " + inline : key + ":";
            edits.add(Edit.insert(at, style.line(style.indent(), head) + lines));
        }
    }

    private CannotWrite malformed(Part.Field field, String what) {
        return CannotWrite.at(ProblemCode.LIST_MALFORMED, text, field.start(), field.key() + " " + what);
    }
}
