package org.graphgarden.format;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of the garden block with its place in the front matter text. Offsets count UTF-16 units; the end is the end of
 * the last content, without trailing comments and line breaks.
 */
sealed interface Part {

    int start();

    int end();

    /** A scalar; also an empty value, which has no extent. */
    record Scalar(int start, int end, String value, Kind kind, Style style) implements Part {
        boolean isNull() {
            return kind == Kind.NULL;
        }
    }

    /** What YAML takes a scalar for. */
    enum Kind {
        NULL,
        FALSE,
        OTHER
    }

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }

    /** A mapping. */
    record Mapping(int start, int end, boolean flow, List<Field> fields) implements Part {

        Optional<Field> field(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }

        /** The text of the first of these keys that has one. */
        String text(List<String> keys) {
            return keys.stream()
                    .flatMap(key -> field(key).stream())
                    .map(field -> textOf(field.value()))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /** A key with its value; the start is the key's, the end is that of whichever ends last. */
    record Field(String key, int start, int afterColon, int end, Part value) {}

    /** A list. Items of a block list begin at their dash. */
    record Sequence(int start, int end, boolean flow, List<Item> items) implements Part {}

    /** An item of a list. */
    record Item(int start, int end, Part value) {}

    /** Something nested deeper than a section goes. */
    record Opaque(int start, int end) implements Part {}

    /** The text of a scalar; empty for null and for everything else. */
    static String textOf(@Nullable Part part) {
        return part instanceof Scalar scalar && !scalar.isNull()
                ? scalar.value().strip()
                : "";
    }
}
