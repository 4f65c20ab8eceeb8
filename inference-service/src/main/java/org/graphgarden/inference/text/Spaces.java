package org.graphgarden.inference.text;

/** White space. */
public final class Spaces {
    private Spaces() {}

    /** The text on one line: runs of white space become one space, none is left at the ends. */
    public static String tidy(CharSequence text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = tidy.length() > 0;
            } else {
                if (gap) {
                    tidy.append(' ');
                    gap = false;
                }
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    private static boolean isSpace(char c) {
        // Nearly all characters are ASCII, and the tables behind the general question are slow.
        return c < 128 ? c <= ' ' && Character.isWhitespace(c) : Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
