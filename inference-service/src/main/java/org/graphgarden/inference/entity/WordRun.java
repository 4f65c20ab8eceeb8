package org.graphgarden.inference.entity;

import java.util.Arrays;

/** A text as the numbers of its words, with {@link Lexicon#BREAK} where punctuation parts them, and where each stands. */
final class WordRun {
    private final String text;
    private final int[] words;
    private final int[] starts;
    private final int[] ends;

    private WordRun(String text, int[] words, int[] starts, int[] ends) {
        this.text = text;
        this.words = words;
        this.starts = starts;
        this.ends = ends;
    }

    int length() {
        return words.length;
    }

    int word(int at) {
        return words[at];
    }

    /** The words from one place to another (exclusive) as they are spelled in the text. */
    String spelling(int from, int to) {
        return text.substring(starts[from], ends[to - 1]);
    }

    int[] slice(int from, int to) {
        return Arrays.copyOfRange(words, from, to);
    }

    /** Whether the sought words stand at this place of a text one after the other. */
    static boolean matches(int[] text, int at, int[] sought) {
        if (at + sought.length > text.length) {
            return false;
        }
        int same = 0;
        while (same < sought.length && text[at + same] == sought[same]) {
            same++;
        }
        return same == sought.length;
    }

    /** All words in order. */
    int[] words() {
        return words.clone();
    }

    /** How often the words stand in the text one after the other. */
    int count(int[] sought) {
        int count = 0;
        for (int at = 0; at < words.length; at++) {
            count += matches(words, at, sought) ? 1 : 0;
        }
        return count;
    }

    /** Collects a run. */
    static final class Builder {
        private final String text;
        private int[] words = new int[64];
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int length;

        Builder(String text) {
            this.text = text;
        }

        void part() {
            if (length > 0 && words[length - 1] != Lexicon.BREAK) {
                add(Lexicon.BREAK, 0, 0);
            }
        }

        void add(int word, int start, int end) {
            if (length == words.length) {
                words = Arrays.copyOf(words, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            words[length] = word;
            starts[length] = start;
            ends[length++] = end;
        }

        WordRun build() {
            return new WordRun(
                    text, Arrays.copyOf(words, length), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
        }
    }
}
