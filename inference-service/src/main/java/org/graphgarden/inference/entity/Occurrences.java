package org.graphgarden.inference.entity;

import java.util.Arrays;
import java.util.TreeMap;

/** Where each word stands in a text. */
final class Occurrences {
    private static final int[] NOWHERE = {};

    private final WordRun run;
    private final TreeMap<Integer, int[]> places = new TreeMap<>();

    Occurrences(WordRun run) {
        this.run = run;
        int[] order = new int[run.length()];
        long[] keys = new long[run.length()];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = ((long) run.word(at) << Integer.SIZE) | at;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
        for (int from = 0, to; from < keys.length; from = to) {
            int word = run.word(order[from]);
            to = from + 1;
            while (to < keys.length && run.word(order[to]) == word) {
                to++;
            }
            places.put(word, Arrays.copyOfRange(order, from, to));
        }
    }

    /** The words of the text, each once, ascending. */
    Iterable<Integer> words() {
        return places.keySet();
    }

    /** How often a word stands in the text. */
    int count(int word) {
        return places.getOrDefault(word, NOWHERE).length;
    }

    /** The first place of a word, or -1. */
    int first(int word) {
        int[] all = places.getOrDefault(word, NOWHERE);
        return all.length == 0 ? -1 : all[0];
    }

    /** How often the words stand there one after the other. */
    int count(int[] words) {
        int count = 0;
        for (int at : places.getOrDefault(words[0], NOWHERE)) {
            count += run.matches(at, words) ? 1 : 0;
        }
        return count;
    }
}
