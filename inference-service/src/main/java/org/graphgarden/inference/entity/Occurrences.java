package org.graphgarden.inference.entity;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Where each word stands in a text. */
final class Occurrences {
    private final int[] text;
    private final WordTable words;
    private final int[] begins;
    private final int[] places;

    /** Takes a text as the numbers of its words with the marks of {@link Lexicon}, and keeps it. */
    Occurrences(int[] text) {
        this.text = text;
        words = new WordTable(text.length / 3);
        int[] row = new int[text.length];
        for (int at = 0; at < text.length; at++) {
            row[at] = words.add(text[at]);
        }
        begins = new int[words.size() + 1];
        for (int each : row) {
            begins[each + 1]++;
        }
        for (int each = 1; each < begins.length; each++) {
            begins[each] += begins[each - 1];
        }
        places = new int[text.length];
        int[] next = begins.clone();
        for (int at = 0; at < text.length; at++) {
            places[next[row[at]]++] = at;
        }
    }

    /** The words of the text, each once; with the marks of {@link Lexicon}, which are below 0. */
    int[] words() {
        int[] each = new int[words.size()];
        Arrays.setAll(each, words::word);
        return each;
    }

    /** How often a word stands in the text. */
    int count(int word) {
        int row = words.find(word);
        return row < 0 ? 0 : begins[row + 1] - begins[row];
    }

    /** How many different words the text has. */
    int size() {
        return words.size();
    }

    /** The word of this number, from 0; with the marks of {@link Lexicon}, which are below 0. */
    int word(int row) {
        return words.word(row);
    }

    /** How often the words stand there one after the other. */
    int count(int[] sought) {
        int row = words.find(sought[0]);
        return row < 0 ? 0 : count(row, sought);
    }

    /** How often the words, which begin with the word of this number, stand there one after the other. */
    int count(int row, int[] sought) {
        if (sought.length == 1) {
            return begins[row + 1] - begins[row];
        }
        int count = 0;
        for (int i = begins[row]; i < begins[row + 1]; i++) {
            count += WordRun.matches(text, places[i], sought) ? 1 : 0;
        }
        return count;
    }

    /** How often the words stand there with a neighbour at either side that passes the test: inside something longer. */
    int countInside(int[] sought, IntPredicate joins) {
        int row = words.find(sought[0]);
        int count = 0;
        for (int i = row < 0 ? 0 : begins[row]; row >= 0 && i < begins[row + 1]; i++) {
            int from = places[i];
            int to = from + sought.length;
            if (WordRun.matches(text, from, sought)
                    && ((from > 0 && joins.test(text[from - 1])) || (to < text.length && joins.test(text[to])))) {
                count++;
            }
        }
        return count;
    }

    /** Whether a word that passes the test follows wherever the words stand there. */
    boolean isAlwaysFollowed(int[] sought, IntPredicate follower) {
        int row = words.find(sought[0]);
        for (int i = row < 0 ? 0 : begins[row]; row >= 0 && i < begins[row + 1]; i++) {
            int to = places[i] + sought.length;
            if (WordRun.matches(text, places[i], sought) && !(to < text.length && follower.test(text[to]))) {
                return false;
            }
        }
        return true;
    }
}
