package org.graphgarden.inference.entity;

import java.util.Arrays;

/** A sum for each of some words (by lexicon number); 0 for every other. */
final class WordSums {
    private final WordTable words = new WordTable(64);
    private double[] sums = new double[64];

    void add(int word, double value) {
        int place = words.add(word);
        if (place == sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        sums[place] += value;
    }

    double get(int word) {
        int place = words.find(word);
        return place < 0 ? 0 : sums[place];
    }
}
