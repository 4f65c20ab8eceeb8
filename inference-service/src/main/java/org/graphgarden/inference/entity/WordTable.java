package org.graphgarden.inference.entity;

import java.util.Arrays;

/** Gives words (by lexicon number) consecutive places in the order in which they are first met: an open-addressing table without boxes. */
final class WordTable {
    private static final int FREE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private int[] words;
    private int[] table;
    private int size;

    /** Takes how many words are expected; more may come. */
    WordTable(int expected) {
        words = new int[Math.max(4, expected)];
        table = free(Integer.highestOneBit(words.length) * 4);
    }

    int size() {
        return size;
    }

    int word(int place) {
        return words[place];
    }

    /** The place of the word, or -1. */
    int find(int word) {
        return table[slot(word)];
    }

    /** The place of the word, a new one if it was never met. */
    int add(int word) {
        int slot = slot(word);
        if (table[slot] != FREE) {
            return table[slot];
        }
        if (size == words.length) {
            grow();
            slot = slot(word);
        }
        words[size] = word;
        table[slot] = size;
        return size++;
    }

    private void grow() {
        words = Arrays.copyOf(words, words.length * 2);
        table = free(table.length * 2);
        for (int place = 0; place < size; place++) {
            table[slot(words[place])] = place;
        }
    }

    private int slot(int word) {
        int mask = table.length - 1;
        int slot = word * SPREAD >>> Integer.numberOfLeadingZeros(mask);
        while (table[slot] != FREE && words[table[slot]] != word) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int[] free(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, FREE);
        return table;
    }
}
