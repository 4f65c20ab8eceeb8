package org.graphgarden.pruner.health;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML that is well-formed XML, too. Whatever is passed in as text or value is escaped. */
final class Markup {
    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. */
    Markup open(String tag, String... attributes) {
        tag(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Closes the innermost element. */
    Markup close() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing in it. */
    Markup empty(String tag, String... attributes) {
        tag(tag, attributes).append("/>");
        return this;
    }

    /** An element with text in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text. */
    Markup text(String text) {
        page.append(SafeText.html(text));
        return this;
    }

    /** A style sheet of our own making. */
    Markup style(String sheet) {
        page.append("<style>").append(sheet).append("</style>");
        return this;
    }

    Markup line() {
        page.append('\n');
        return this;
    }

    private StringBuilder tag(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            page.append(' ').append(attributes[i]).append("=\"");
            page.append(SafeText.html(attributes[i + 1])).append('"');
        }
        return page;
    }

    /** The page so far. */
    @Override
    public String toString() {
        return page.toString();
    }
}
