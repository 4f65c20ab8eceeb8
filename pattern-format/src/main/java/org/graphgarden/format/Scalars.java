package org.graphgarden.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes scalars in the house's style. */
final class Scalars {

    private static final Resolver RESOLVER = new Resolver();

    /** Words of letters, digits and a few signs that mean nothing to YAML, in block and flow context alike. */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{Nd}_]+(?:[ ./+_-]?[\\p{L}\\p{Nd}_]+)*");

    /** What some YAML reader takes for a number, date or time. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("[0-9][0-9a-fA-FoOxX._:+TtZz-]*");

    private static final Pattern BOOLEAN_LIKE =
            Pattern.compile("y|n|yes|no|on|off|true|false|null", Pattern.CASE_INSENSITIVE);

    private Scalars() {}

    /** Plain when every YAML reader reads it back as the same string, else double-quoted. */
    static String plainOrQuoted(String text) {
        return isPlain(text) ? text : doubleQuoted(text);
    }

    private static boolean isPlain(String text) {
        return HARMLESS.matcher(text).matches()
                && !NUMBER_LIKE.matcher(text).matches()
                && !BOOLEAN_LIKE.matcher(text).matches()
                && RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR);
    }

    /** Double-quoted on one line. */
    static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> appendEscaped(c, out));
        return out.append('"').toString();
    }

    private static void appendEscaped(int c, StringBuilder out) {
        if (c == '"' || c == '\\') {
            out.append('\\').appendCodePoint(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (isOneLine(c)) {
            out.appendCodePoint(c);
        } else {
            out.append(c <= 0xFFFF ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c));
        }
    }

    /** Single-quoted, unless that takes more than one line. */
    static String singleQuoted(String text) {
        return text.codePoints().allMatch(Scalars::isOneLine)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    /** In the style of a scalar that it replaces or follows. */
    static String likeStyle(Part.Style style, String text) {
        return switch (style) {
            case PLAIN -> plainOrQuoted(text);
            case SINGLE_QUOTED -> singleQuoted(text);
            case DOUBLE_QUOTED, BLOCK -> doubleQuoted(text);
        };
    }

    /** At most two decimals, no trailing zero. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The text as a file can hold it: without blanks around it, and without lone surrogates, which UTF-8 has no bytes for. */
    static String storable(String text) {
        String stripped = text.strip();
        if (stripped.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return stripped;
        }
        StringBuilder out = new StringBuilder(stripped.length());
        stripped.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Printable on every reader's one line: no controls, no line breaks of any kind, no byte order mark. */
    private static boolean isOneLine(int c) {
        return c >= 0x20
                && !(c >= 0x7F && c <= 0xA0)
                && c != 0x2028
                && c != 0x2029
                && c != 0xFEFF
                && (c & 0xFFFE) != 0xFFFE
                && Character.getType(c) != Character.UNASSIGNED
                && Character.getType(c) != Character.SURROGATE;
    }
}
