package org.graphgarden.inference.text;

/** White space. */
public final class Spaces {
    private Spaces() {}

    /** The text on one line: runs of white space become one space, none is left at the ends. */
    public static String tidy(CharSequence text) {
        char[] tidy = text.toString().toCharArray();
        int end = 0;
        boolean gap = false;
        for (char c : tidy) {
            if (isSpace(c)) {
                gap = end > 0;
            } else {
                if (gap) {
                    tidy[end++] = ' ';
                    gap = false;
                }
                tidy[end++] = c;
            }
        }
        return new String(tidy, 0, end);
    }

    private static boolean isSpace(char c) {
        // Nearly all characters are ASCII, and the tables behind the general question are slow.
        return c < 128 ? c <= ' ' && Character.isWhitespace(c) : Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
