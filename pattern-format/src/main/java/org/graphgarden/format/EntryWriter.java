package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes new entries and rewrites standing ones. */
final class EntryWriter {

    private final String text;

    EntryWriter(String text) {
        this.text = text;
    }

    /** A new entry as lines of a block list. */
    static String lines(SectionEntry entry, BlockStyle style) {
        StringBuilder out = new StringBuilder();
        String lead = "- ";
        for (EntryValue value : EntryValue.of(entry)) {
            int column = lead.isEmpty() ? style.dash() + 2 : style.dash();
            out.append(style.line(column, lead + value.key() + ": " + value.yaml()));
            lead = "";
        }
        return out.toString();
    }

    /** A new entry as a flow mapping. */
    static String flow(SectionEntry entry) {
        return EntryValue.of(entry).stream()
                .map(value -> value.key() + ": " + value.yaml())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The edits that make a standing entry say what the revised one says. */
    List<Edit> rewrite(SectionEntry entry, Part.Item item, boolean inFlow, BlockStyle style) throws CannotWrite {
        if (item.value() instanceof Part.Mapping map) {
            return map.fields().isEmpty()
                    ? List.of(new Edit(map.start(), map.end(), flow(entry)))
                    : rewriteFields(entry, map, style);
        }
        if (!(item.value() instanceof Part.Scalar scalar) || scalar.isNull()) {
            throw CannotWrite.at(
                    ProblemCode.ENTRY_MALFORMED, text, item.start(), "entry is neither mapping nor string");
        }
        Optional<String> bare = EntryValue.bare(entry);
        if (bare.isPresent()) {
            return List.of(new Edit(scalar.start(), scalar.end(), Scalars.likeStyle(scalar.style(), bare.get())));
        }
        return inFlow ? List.of(new Edit(scalar.start(), scalar.end(), flow(entry))) : unfold(entry, scalar, style);
    }

    /** Makes a mapping of a bare string; a comment behind it stays on its line. */
    private List<Edit> unfold(SectionEntry entry, Part.Scalar scalar, BlockStyle style) {
        List<Edit> edits = new ArrayList<>();
        int column = Lines.column(text, scalar.start());
        for (EntryValue value : EntryValue.of(entry)) {
            String field = value.key() + ": " + value.yaml();
            edits.add(
                    edits.isEmpty()
                            ? new Edit(scalar.start(), scalar.end(), field)
                            : Edit.insert(Lines.next(text, scalar.end()), style.line(column, field)));
        }
        return edits;
    }

    private List<Edit> rewriteFields(SectionEntry entry, Part.Mapping map, BlockStyle style) throws CannotWrite {
        List<Edit> edits = new ArrayList<>();
        Part.Field before = map.fields().get(0);
        for (EntryValue value : EntryValue.of(entry)) {
            Optional<Part.Field> field = value.fieldIn(map);
            if (field.isEmpty()) {
                edits.add(added(value, before, map, style));
            } else {
                before = field.get();
                if (!value.stands(map)) {
                    edits.add(replaced(value, field.get()));
                }
            }
        }
        return edits;
    }

    private Edit added(EntryValue value, Part.Field before, Part.Mapping map, BlockStyle style) {
        String field = value.key() + ": " + value.yaml();
        if (map.flow()) {
            return Edit.insert(before.end(), ", " + field);
        }
        int column = Lines.column(text, map.fields().get(0).start());
        return Edit.insert(Lines.next(text, before.end()), style.line(column, field));
    }

    private Edit replaced(EntryValue value, Part.Field field) throws CannotWrite {
        if (!(field.value() instanceof Part.Scalar scalar)) {
            throw CannotWrite.at(
                    ProblemCode.ENTRY_MALFORMED, text, field.start(), "'" + field.key() + "' is not a scalar");
        }
        return replaceScalar(scalar, value.yaml(scalar.style()), text);
    }

    /** Replaces a scalar; one that has no extent stands right behind its colon and needs a blank. */
    static Edit replaceScalar(Part.Scalar scalar, String yaml, String text) {
        boolean touchesColon = scalar.start() > 0 && text.charAt(scalar.start() - 1) == ':';
        return new Edit(scalar.start(), scalar.end(), touchesColon ? " " + yaml : yaml);
    }
}
