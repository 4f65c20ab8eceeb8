package org.graphgarden.inference.text;

/**
 * A file's text as it stands, but for white space, in which what was read from it is found again. Not thread-safe: it remembers how far
 * it has been read.
 */
public final class RawText {
    /** Of what is looked for, as much as finds the places worth comparing: a longer needle could cost its length at each place. */
    private static final int NEEDLE = 64;

    private final String raw;
    private int reached;
    private long patience;

    /**
     * Takes a file's text.
     *
     * @param patience how many characters are looked at, at most, before nothing is found any more: a hostile text could ask for the square
     *     of its length
     */
    public RawText(String text, long patience) {
        raw = Spaces.tidy(text);
        this.patience = patience;
    }

    /**
     * How many characters of a line, from an offset on, stand side by side in the file; 0 when not even the first does. Anywhere in the
     * file will do, but it is looked for first where the last ones ended, which for plain prose is where it is.
     */
    public int longest(String line, int from) {
        int expected = reached;
        int length = longest(line, from, 0, expected);
        return from + length == line.length() ? length : longest(line, from, length, 0);
    }

    /** Looks only for more than is known already, so that one pass over the file is enough. */
    private int longest(String line, int from, int known, int start) {
        int length = known;
        int at = start;
        while (from + length < line.length() && patience > 0) {
            int found = raw.indexOf(line.substring(from, from + Math.min(length + 1, NEEDLE)), at);
            patience -= 1 + (found < 0 ? raw.length() : found) - at;
            if (found < 0) {
                break;
            }
            int common = common(line, from, found);
            patience -= common;
            if (common > length) {
                length = common;
                reached = found + common;
            }
            at = found + 1;
        }
        return length;
    }

    private int common(String line, int from, int at) {
        int most = Math.min(line.length() - from, raw.length() - at);
        int length = 0;
        while (length < most && line.charAt(from + length) == raw.charAt(at + length)) {
            length++;
        }
        return length;
    }
}
