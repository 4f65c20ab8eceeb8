package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A field as an entry wants it.
 *
 * @param keys the house's key, then others that files use for the same
 * @param text value as text; empty when the entry does not say
 * @param form how the house writes it
 */
record EntryValue(List<String> keys, String text, Form form) {

    /** How the house writes a value. */
    enum Form {
        PLAIN,
        QUOTED,
        NUMBER
    }

    /** The fields of an entry in the house's order; those the entry does not say are left out. */
    static List<EntryValue> of(SectionEntry entry) {
        List<EntryValue> values = new ArrayList<>();
        if (entry instanceof EntityEntry entity) {
            add(values, EntryFields.ID, entity.id(), Form.PLAIN);
            add(values, EntryFields.TYPE, entity.type(), Form.PLAIN);
            add(values, EntryFields.LABEL, entity.label(), Form.QUOTED);
            add(values, EntryFields.RELEVANCE, number(entity.relevance()), Form.NUMBER);
        } else if (entry instanceof CommunityEntry community) {
            add(values, EntryFields.ID, community.id(), Form.PLAIN);
            add(values, EntryFields.LABEL, community.label(), Form.QUOTED);
            add(values, EntryFields.SOURCE, community.source(), Form.PLAIN);
            add(values, EntryFields.CONFIDENCE, number(community.confidence()), Form.NUMBER);
        } else if (entry instanceof LinkEntry link) {
            add(values, EntryFields.TARGET, link.target(), Form.PLAIN);
            add(values, EntryFields.TYPE, link.type(), Form.PLAIN);
            add(values, EntryFields.CONFIDENCE, number(link.confidence()), Form.NUMBER);
            add(values, EntryFields.REASON, link.reason(), Form.QUOTED);
        }
        return List.copyOf(values);
    }

    /** The one text that stands for the entry in a list of bare strings; empty when a string cannot hold it. */
    static Optional<String> bare(SectionEntry entry) {
        if (entry instanceof EntityEntry entity) {
            return Optional.of(Scalars.storable(entity.label()));
        }
        if (entry instanceof LinkEntry && of(entry).size() > 1) {
            return Optional.empty();
        }
        return Optional.of(Scalars.storable(entry.key()));
    }

    /** Whether an entry stands in the file just as it is wanted. */
    static boolean stands(SectionEntry entry, Part part) {
        if (part instanceof Part.Mapping map) {
            List<EntryValue> values = of(entry);
            return values.isEmpty()
                    ? map.text(EntryFields.NAMES).isEmpty()
                    : values.stream().allMatch(value -> value.stands(map));
        }
        return bare(entry).filter(Part.textOf(part)::equals).isPresent();
    }

    /** Whether a mapping says the same; a number does when it is the same to two decimals. */
    boolean stands(Part.Mapping map) {
        String standing = map.text(keysIn(map));
        return form == Form.NUMBER ? number(Nodes.number(standing)).equals(text) : standing.equals(text);
    }

    /** The field of a mapping that holds this value. */
    Optional<Part.Field> fieldIn(Part.Mapping map) {
        List<String> candidates = keysIn(map);
        return candidates.stream()
                .flatMap(key -> map.field(key).stream())
                .filter(field -> !Part.textOf(field.value()).isEmpty())
                .findFirst()
                .or(() -> candidates.stream()
                        .flatMap(key -> map.field(key).stream())
                        .findFirst());
    }

    private List<String> keysIn(Part.Mapping map) {
        return keys == EntryFields.CONFIDENCE ? SectionReader.confidenceKeys(map) : keys;
    }

    /** The house's key. */
    String key() {
        return keys.get(0);
    }

    /** The value as the house writes it. */
    String yaml() {
        return switch (form) {
            case PLAIN -> Scalars.plainOrQuoted(text);
            case QUOTED -> Scalars.doubleQuoted(text);
            case NUMBER -> text;
        };
    }

    /** The value in the style of the one it replaces. */
    String yaml(Part.Style style) {
        return form == Form.NUMBER ? text : Scalars.likeStyle(style, text);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Scalars.number(value.getAsDouble()) : "";
    }

    private static void add(List<EntryValue> values, List<String> keys, String text, Form form) {
        String storable = Scalars.storable(text);
        if (!storable.isEmpty()) {
            values.add(new EntryValue(keys, storable, form));
        }
    }
}
