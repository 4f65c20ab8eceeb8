package org.graphgarden.inference.entity;

import java.util.Arrays;

/** Where each word stands in a text. */
final class Occurrences {
    private final WordRun run;
    private final int[] words;
    private final int[] begins;
    private final int[] places;

    Occurrences(WordRun run) {
        this.run = run;
        long[] sorted = new long[run.length()];
        for (int at = 0; at < sorted.length; at++) {
            sorted[at] = ((long) run.word(at) << Integer.SIZE) | at;
        }
        Arrays.sort(sorted);
        places = new int[sorted.length];
        int[] each = new int[sorted.length];
        int[] from = new int[sorted.length + 1];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            places[i] = (int) sorted[i];
            int word = (int) (sorted[i] >> Integer.SIZE);
            if (count == 0 || each[count - 1] != word) {
                from[count] = i;
                each[count++] = word;
            }
        }
        from[count] = sorted.length;
        words = Arrays.copyOf(each, count);
        begins = Arrays.copyOf(from, count + 1);
    }

    /** The words of the text, each once, ascending; with the marks of {@link Lexicon}, which are below 0. */
    int[] words() {
        return words;
    }

    /** How often a word stands in the text. */
    int count(int word) {
        int at = Arrays.binarySearch(words, word);
        return at < 0 ? 0 : begins[at + 1] - begins[at];
    }

    /** How often the words stand there one after the other. */
    int count(int[] sought) {
        int at = Arrays.binarySearch(words, sought[0]);
        int count = 0;
        for (int i = at < 0 ? 0 : begins[at]; at >= 0 && i < begins[at + 1]; i++) {
            count += run.matches(places[i], sought) ? 1 : 0;
        }
        return count;
    }
}
