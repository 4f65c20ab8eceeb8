package org.graphgarden.inference.link;

import java.util.Arrays;

/**
 * The words (runs of letters and digits) of a text in order, with what joins them: nothing for a single space, else
 * {@link #BREAK}, {@link #HYPHEN} or {@link #APOSTROPHE} stands between them. Reused from text to text.
 */
final class Tokens {
    static final int BREAK = -1;
    static final int HYPHEN = -2;
    static final int APOSTROPHE = -3;

    private int[] values = new int[1024];
    private int[] starts = new int[1024];
    private int size;

    /** Reads a text; the words get their numbers. Ends with a break. */
    void read(String text, WordNumbers numbers) {
        read(text, (start, end) -> numbers.of(text, start, end));
    }

    /** Reads a text again whose tokens are known. */
    void read(String text, int[] known) {
        read(text, (start, end) -> known[size]);
    }

    private void read(String text, Numbering numbering) {
        size = 0;
        int at = 0;
        int last = -1;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end > at) {
                join(text, last, at);
                add(numbering.number(at, end), at);
                last = end;
            }
            at = end + 1;
        }
        add(BREAK, text.length());
    }

    /** The offset after the word that begins at an offset. */
    static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    int size() {
        return size;
    }

    /** The number of a word, or what joins two. */
    int value(int index) {
        return values[index];
    }

    /** Offset of the word's first character. */
    int start(int index) {
        return starts[index];
    }

    /** The first token that starts at this offset of the text or after it. */
    int from(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at < 0 ? -at - 1 : at;
    }

    int[] values() {
        return Arrays.copyOf(values, size);
    }

    private void join(String text, int end, int start) {
        char joint = end < 0 || start - end > 1 ? '\n' : text.charAt(end);
        switch (joint) {
            case ' ' -> {}
            case '-' -> add(HYPHEN, end);
            case '\'', '’' -> add(APOSTROPHE, end);
            default -> add(BREAK, end);
        }
    }

    private void add(int value, int start) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
        }
        values[size] = value;
        starts[size++] = start;
    }

    private interface Numbering {
        int number(int start, int end);
    }
}
