package org.graphgarden.inference.link;

import java.util.Arrays;

/** Where the words and word pairs of one text, singular and plural as one, first stand in it. */
final class PhraseTable {
    static final int NOWHERE = -1;

    private final int[] text;
    /** A bit for each word of the garden: most words of another text are answered by it alone. */
    private final long[] words;

    private final int[] wordPlaces;
    private final int[] wordUses;
    private final int[] pairPlaces;
    private final int[] pairUses;

    PhraseTable(int[] text, int wordsOfGarden) {
        this.text = text;
        words = new long[wordsOfGarden / Long.SIZE + 1];
        int capacity = Integer.highestOneBit(Math.max(8, text.length)) * 4;
        wordPlaces = new int[capacity];
        wordUses = new int[capacity];
        pairPlaces = new int[capacity];
        pairUses = new int[capacity];
        Arrays.fill(wordPlaces, NOWHERE);
        Arrays.fill(pairPlaces, NOWHERE);
        for (int at = 0; at + 1 < text.length; at++) {
            if (text[at] >= 0) {
                add(at);
            }
        }
    }

    private void add(int at) {
        int word = text[at];
        words[word / Long.SIZE] |= 1L << word;
        int slot = wordSlot(word);
        wordUses[slot]++;
        if (wordPlaces[slot] == NOWHERE || !standsAlone(wordPlaces[slot]) && standsAlone(at)) {
            wordPlaces[slot] = at;
        }
        int pair = pairSlot(word, text[at + 1]);
        pairUses[pair]++;
        pairPlaces[pair] = pairPlaces[pair] == NOWHERE ? at : pairPlaces[pair];
    }

    boolean has(int word) {
        return (words[word / Long.SIZE] >>> word & 1) != 0;
    }

    /** How often the word stands in the text. */
    int uses(int word) {
        return wordUses[wordSlot(word)];
    }

    /** How often the word and what follows it stand in the text. */
    int pairUses(int word, int next) {
        return pairUses[pairSlot(word, next)];
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
        return text[at + 1] >= Tokens.BREAK && (at == 0 || text[at - 1] >= Tokens.BREAK);
    }

    private int wordSlot(int word) {
        int mask = wordPlaces.length - 1;
        int slot = mixed(word) & mask;
        while (wordPlaces[slot] != NOWHERE && text[wordPlaces[slot]] != word) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int pairSlot(int word, int next) {
        int mask = pairPlaces.length - 1;
        int slot = mixed(word + next * 0x2C1B3C6D) & mask;
        while (pairPlaces[slot] != NOWHERE && (text[pairPlaces[slot]] != word || text[pairPlaces[slot] + 1] != next)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int mixed(int value) {
        int hash = value * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
