package org.graphgarden.inference.entity;

import java.util.BitSet;
import java.util.List;

/** How often each word stands in texts, in heads (title and summary) and in labels. Rows are words, by lexicon number. */
final class WordUse {
    /** Uptake of a word nothing is known of: of the words of a head about every fourth is in a label. */
    private static final double PRIOR_UPTAKE = 0.25;

    private static final double PRIOR_WEIGHT = 4;

    private int patterns;
    private final double[] rarity;
    private final int[] texts;
    private final int[] firsts;
    private final int[] lasts;
    private final int[] taggedHeads;
    private final int[] takenUp;

    private WordUse(int words) {
        rarity = new double[words];
        texts = new int[words];
        firsts = new int[words];
        lasts = new int[words];
        taggedHeads = new int[words];
        takenUp = new int[words];
    }

    /** Counts nothing yet; takes the number of words in the lexicon. */
    static WordUse empty(int words) {
        return new WordUse(words);
    }

    /** Counts one pattern: the different words of its text and head, and its concepts. */
    void add(int[] text, BitSet head, List<Concept> concepts) {
        patterns++;
        for (int word : text) {
            if (word >= 0) {
                texts[word]++;
            }
        }
        for (Concept concept : concepts) {
            firsts[concept.words()[0]]++;
            lasts[concept.words()[concept.words().length - 1]]++;
        }
        if (!concepts.isEmpty()) {
            for (int word : head.stream().toArray()) {
                taggedHeads[word]++;
                takenUp[word] += contains(concepts, word) ? 1 : 0;
            }
        }
    }

    /** Ends the counting. */
    void freeze() {
        for (int word = 0; word < rarity.length; word++) {
            rarity[word] = StrictMath.log((patterns + 1.0) / (texts[word] + 0.5));
        }
    }

    /** ln(patterns / patterns with the word), smoothed; more than 0. */
    double rarity(int word) {
        return rarity[word];
    }

    /** Share of the texts that have the word. */
    double share(int word) {
        return (double) texts[word] / patterns;
    }

    /** The rarity of a word that stands in one text only. */
    double highestRarity() {
        return StrictMath.log((patterns + 1.0) / 1.5);
    }

    /** ln(1 + labels beginning with the word), own labels of the pattern left out. */
    double asFirst(int word, List<Concept> own) {
        int mine = 0;
        for (Concept concept : own) {
            mine += concept.words()[0] == word ? 1 : 0;
        }
        return StrictMath.log1p(firsts[word] - mine);
    }

    /** ln(1 + labels ending with the word), own labels of the pattern left out. */
    double asLast(int word, List<Concept> own) {
        int mine = 0;
        for (Concept concept : own) {
            mine += concept.words()[concept.words().length - 1] == word ? 1 : 0;
        }
        return StrictMath.log1p(lasts[word] - mine);
    }

    /** Share of the tagged patterns with the word in their head that have it in a label, smoothed, the pattern's own case left out. */
    double uptake(int word, List<Concept> own, boolean inOwnHead) {
        boolean mine = inOwnHead && !own.isEmpty();
        int heads = taggedHeads[word] - (mine ? 1 : 0);
        int taken = takenUp[word] - (mine && contains(own, word) ? 1 : 0);
        return (taken + PRIOR_UPTAKE * PRIOR_WEIGHT) / (heads + PRIOR_WEIGHT);
    }

    private static boolean contains(List<Concept> concepts, int word) {
        for (Concept concept : concepts) {
            for (int other : concept.words()) {
                if (other == word) {
                    return true;
                }
            }
        }
        return false;
    }
}
