package org.graphgarden.inference.entity;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which patterns have a word in one of their labels. */
final class WordHolders {
    private static final int[] NONE = {};

    private final int[][] byWord;

    WordHolders(GardenVocabulary vocabulary, int words) {
        IntStream.Builder[] holders = new IntStream.Builder[words];
        int[] last = new int[words];
        Arrays.fill(last, -1);
        for (int pattern = 0; pattern < vocabulary.patterns(); pattern++) {
            for (Concept concept : vocabulary.of(pattern)) {
                for (int word : concept.words()) {
                    if (last[word] != pattern) {
                        last[word] = pattern;
                        holders[word] = holders[word] == null ? IntStream.builder() : holders[word];
                        holders[word].add(pattern);
                    }
                }
            }
        }
        byWord = new int[words][];
        Arrays.setAll(
                byWord,
                word -> holders[word] == null ? NONE : holders[word].build().toArray());
    }

    /** Numbers of the patterns, ascending. */
    int[] of(int word) {
        return word < 0 || word >= byWord.length ? NONE : byWord[word];
    }
}
