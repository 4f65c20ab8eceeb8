package org.graphgarden.inference.index;

import org.graphgarden.inference.text.Packed;

/**
 * The terms of one document, ascending, and how often each stands there; held packed, for there is one of every document.
 *
 * @param packed by turns how far a term is from the one before, and its count
 */
record CountedTerms(byte[] packed) {
    /** Takes terms, ascending, and their counts by place. */
    static CountedTerms of(int[] terms, int[] counts) {
        int[] both = new int[terms.length * 2];
        for (int i = 0; i < terms.length; i++) {
            both[2 * i] = terms[i] - (i == 0 ? 0 : terms[i - 1]);
            both[2 * i + 1] = counts[i];
        }
        return new CountedTerms(Packed.of(both));
    }

    /** Weighs the terms. */
    SparseVector weigh(double[] rarity) {
        int[] both = Packed.numbers(packed);
        int[] terms = new int[both.length / 2];
        int[] counts = new int[terms.length];
        int term = 0;
        for (int i = 0; i < terms.length; i++) {
            term += both[2 * i];
            terms[i] = term;
            counts[i] = both[2 * i + 1];
        }
        return SparseVector.of(terms, counts, rarity);
    }
}
