package org.graphgarden.format;

/** Lines of the text between the fences, ended by line feeds. */
final class Lines {

    private Lines() {}

    /** Start of the line that holds an offset. */
    static int start(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Offset behind the line feed of the line that holds an offset. */
    static int next(String text, int offset) {
        int feed = text.indexOf('\n', offset);
        return feed < 0 ? text.length() : feed + 1;
    }

    /** Distance of an offset from the start of its line. */
    static int column(String text, int offset) {
        return offset - start(text, offset);
    }

    /** Number of spaces a line begins with. */
    static int indent(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }

    /** Whether only spaces stand between the start of the line and the offset. */
    static boolean isFirstOnLine(String text, int offset) {
        for (int at = start(text, offset); at < offset; at++) {
            if (text.charAt(at) != ' ') {
                return false;
            }
        }
        return true;
    }

    /** The number in the file of the line that holds an offset; the opening fence is line 1. */
    static int number(String text, int offset) {
        int line = 2;
        for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return line;
    }
}
