package org.graphgarden.inference.link;

import java.util.Arrays;

/** Where the words and word pairs of one text first stand in it. */
final class PhraseTable {
    static final int NOWHERE = -1;

    private final Tokens text;
    /** A bit for each word of the garden: most words of another text are answered by it alone. */
    private final long[] words;

    private final int[] wordPlaces;
    private final int[] wordUses;
    private final int[] pairPlaces;

    PhraseTable(Tokens text, int wordsOfGarden) {
        this.text = text;
        words = new long[wordsOfGarden / Long.SIZE + 1];
        int capacity = Integer.highestOneBit(Math.max(8, text.size())) * 4;
        wordPlaces = new int[capacity];
        wordUses = new int[capacity];
        pairPlaces = new int[capacity];
        Arrays.fill(wordPlaces, NOWHERE);
        Arrays.fill(pairPlaces, NOWHERE);
        for (int at = 0; at + 1 < text.size(); at++) {
            if (text.value(at) >= 0) {
                add(at);
            }
        }
    }

    private void add(int at) {
        int word = text.value(at);
        words[word / Long.SIZE] |= 1L << word;
        int slot = wordSlot(word);
        wordUses[slot]++;
        if (wordPlaces[slot] == NOWHERE || !standsAlone(wordPlaces[slot]) && standsAlone(at)) {
            wordPlaces[slot] = at;
        }
        int pair = pairSlot(word, text.value(at + 1));
        pairPlaces[pair] = pairPlaces[pair] == NOWHERE ? at : pairPlaces[pair];
    }

    boolean has(int word) {
        return (words[word / Long.SIZE] >>> word & 1) != 0;
    }

    /** How often the word stands in the text. */
    int uses(int word) {
        return wordUses[wordSlot(word)];
    }

    /** Where the word, which must be there, first stands without a hyphen or apostrophe that joins it to another. */
    int alone(int word) {
        int place = wordPlaces[wordSlot(word)];
        return standsAlone(place) ? place : NOWHERE;
    }

    /** Where the word and what follows it first stand. */
    int pair(int word, int next) {
        return pairPlaces[pairSlot(word, next)];
    }

    private boolean standsAlone(int at) {
        return text.value(at + 1) >= Tokens.BREAK && (at == 0 || text.value(at - 1) >= Tokens.BREAK);
    }

    private int wordSlot(int word) {
        int mask = wordPlaces.length - 1;
        int slot = mixed(word) & mask;
        while (wordPlaces[slot] != NOWHERE && text.value(wordPlaces[slot]) != word) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int pairSlot(int word, int next) {
        int mask = pairPlaces.length - 1;
        int slot = mixed(word + next * 0x2C1B3C6D) & mask;
        while (pairPlaces[slot] != NOWHERE
                && (text.value(pairPlaces[slot]) != word || text.value(pairPlaces[slot] + 1) != next)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int mixed(int value) {
        int hash = value * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
