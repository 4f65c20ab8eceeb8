package org.graphgarden.pruner.health;

import java.util.regex.Pattern;

/** Text from files, made fit for a page. Whoever wrote it may mean harm: it is to be read and never to act. */
public final class SafeText {
    private static final int LONGEST = 300;
    private static final String MARKUP = "\\`*_{}[]>()#!|~&";
    /** Joins words without showing. */
    private static final String JOINER = "\u2060";

    private static final Pattern CALLS = Pattern.compile("[@#!](?=\\S)|(?i)\\bGH-(?=\\d)|:(?=//)|(?i)\\bwww(?=\\.)");

    /** The last two of every plane of Unicode are none, and XML has no place for them. */
    private static final int NO_CHARACTER = 0xFFFE;

    private SafeText() {}

    /** As text or the value of a quoted attribute of HTML that is XML, too. */
    static String html(String text) {
        StringBuilder safe = new StringBuilder();
        plain(text).codePoints().forEach(each -> {
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(each);
            }
        });
        return safe.toString();
    }

    /**
     * As text of Markdown, also in a table: what could be markup is escaped. Forges look for mentions, references and addresses in
     * what is left of the text when the escapes are gone, so those are broken by a character that does not show.
     */
    static String markdown(String text) {
        StringBuilder safe = new StringBuilder();
        CALLS.matcher(plain(text)).replaceAll("$0" + JOINER).codePoints().forEach(each -> {
            if (each == '<') {
                safe.append("&lt;");
            } else {
                safe.append(MARKUP.indexOf(each) >= 0 ? "\\" : "").appendCodePoint(each);
            }
        });
        return safe.toString();
    }

    /** On one line, without what cannot be seen or turns the reading direction, and not without end. */
    static String plain(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? line(text)
                : line(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + '…';
    }

    /** On one line, in whatever sense of it, without what cannot be seen or turns the reading direction; for terminals, too. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(each -> line.appendCodePoint(visible(each)));
        return line.toString();
    }

    /** The first characters, for where there is no room; not yet escaped. */
    static String cut(String text, int longest) {
        String plain = plain(text);
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static int visible(int each) {
        if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
            return ' ';
        }
        if ((each & NO_CHARACTER) == NO_CHARACTER) {
            return '\uFFFD';
        }
        return switch (Character.getType(each)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> '\uFFFD';
            default -> each;
        };
    }
}
