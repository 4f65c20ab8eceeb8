package org.graphgarden.inference.entity;

import java.util.HashMap;
import java.util.Map;

/**
 * How near one pattern is to the patterns that hold a concept or have a word in a label: the mean of how many deviations each is
 * nearer than the average pattern, drawn to 0 where there are few of them.
 *
 * @param text by text
 * @param meaning by meaning
 */
record HolderNearness(double text, double meaning) {
    private static final double CONCEPT_DOUBT = 1;
    private static final double WORD_DOUBT = 2;

    private static HolderNearness of(int[] holders, Neighbourhood near, double doubt) {
        double text = 0;
        double meaning = 0;
        int count = 0;
        for (int holder : holders) {
            if (holder != near.self()) {
                text += near.textAbove(holder);
                meaning += near.meaningAbove(holder);
                count++;
            }
        }
        return new HolderNearness(text / (count + doubt), meaning / (count + doubt));
    }

    static HolderNearness of(Concept concept, Neighbourhood near) {
        int[] holders =
                concept.holders().stream().mapToInt(Concept.Holder::pattern).toArray();
        return of(holders, near, CONCEPT_DOUBT);
    }

    /** The same of words, each looked up once. */
    static final class OfWords {
        private final WordHolders holders;
        private final Neighbourhood near;
        private final Map<Integer, HolderNearness> known = new HashMap<>();

        OfWords(WordHolders holders, Neighbourhood near) {
            this.holders = holders;
            this.near = near;
        }

        HolderNearness of(int word) {
            return known.computeIfAbsent(word, each -> HolderNearness.of(holders.of(each), near, WORD_DOUBT));
        }
    }
}
