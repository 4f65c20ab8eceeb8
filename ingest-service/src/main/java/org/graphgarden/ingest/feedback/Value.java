package org.graphgarden.ingest.feedback;

import java.util.List;
import java.util.OptionalDouble;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.LinkEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, without how it is written.
 *
 * @param fields its fields but for the key, white space folded
 * @param confidence its confidence, if it has one
 */
record Value(List<String> fields, @Nullable Double confidence) {

    /** Of a section that is there. */
    static final Value PRESENT = new Value(List.of("present"), null);

    /** Of {@code graph_garden: false}. */
    static final Value FALSE = new Value(List.of("false"), null);

    private static final int DECIMALS = 1_000_000;

    static Value of(LinkEntry link) {
        return new Value(
                List.of(text(link.type()), number(link.confidence()), text(link.reason())), share(link.confidence()));
    }

    static Value of(EntityEntry entity) {
        return new Value(List.of(text(entity.type()), text(entity.label()), number(entity.relevance())), null);
    }

    static Value of(CommunityEntry community) {
        return new Value(
                List.of(text(community.label()), text(community.source()), number(community.confidence())),
                share(community.confidence()));
    }

    /** Whether each field is as one of two values has it, as when Git merged lines of both. */
    boolean mixes(Value one, Value other) {
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (!has(one, i, field) && !has(other, i, field)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(Value value, int field, String text) {
        return field < value.fields.size() && value.fields.get(field).equals(text);
    }

    private static String text(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? Double.toString(StrictMath.rint(number.getAsDouble() * DECIMALS) / DECIMALS) : "";
    }

    private static @Nullable Double share(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() <= 1
                ? Double.valueOf(number.getAsDouble())
                : null;
    }
}
