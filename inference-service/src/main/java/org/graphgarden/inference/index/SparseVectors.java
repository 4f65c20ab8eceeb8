package org.graphgarden.inference.index;

import java.util.Arrays;

/**
 * Sparse vectors of unit length, by document and by term. Terms of a document and documents of a term ascend, so every sum
 * runs in the same order from either end: {@code scores} and {@code cosine} agree to the last bit and are symmetric.
 */
final class SparseVectors {
    private final int[] documentStarts;
    private final int[] documentTerms;
    private final float[] documentWeights;
    private final int[] termStarts;
    private final int[] termDocuments;
    private final float[] termWeights;

    /** Takes the vectors by document (terms ascending within each) and derives the other side. */
    SparseVectors(int[] documentStarts, int[] documentTerms, float[] documentWeights, int terms) {
        this.documentStarts = documentStarts;
        this.documentTerms = documentTerms;
        this.documentWeights = documentWeights;
        termStarts = new int[terms + 1];
        termDocuments = new int[documentTerms.length];
        termWeights = new float[documentTerms.length];
        invert();
    }

    private void invert() {
        for (int term : documentTerms) {
            termStarts[term + 1]++;
        }
        for (int term = 1; term < termStarts.length; term++) {
            termStarts[term] += termStarts[term - 1];
        }
        int[] next = termStarts.clone();
        for (int document = 0; document < size(); document++) {
            for (int i = documentStarts[document]; i < documentStarts[document + 1]; i++) {
                int slot = next[documentTerms[i]]++;
                termDocuments[slot] = document;
                termWeights[slot] = documentWeights[i];
            }
        }
    }

    int size() {
        return documentStarts.length - 1;
    }

    /** Writes the cosine of the document with every document. */
    void scores(int document, double[] into) {
        Arrays.fill(into, 0, size(), 0.0);
        for (int i = documentStarts[document]; i < documentStarts[document + 1]; i++) {
            double weight = documentWeights[i];
            int term = documentTerms[i];
            for (int j = termStarts[term]; j < termStarts[term + 1]; j++) {
                into[termDocuments[j]] += weight * termWeights[j];
            }
        }
    }

    /** Sums the shared terms, ascending. */
    double cosine(int left, int right) {
        double sum = 0;
        int i = documentStarts[left];
        int j = documentStarts[right];
        while (i < documentStarts[left + 1] && j < documentStarts[right + 1]) {
            int difference = Integer.compare(documentTerms[i], documentTerms[j]);
            if (difference == 0) {
                sum += (double) documentWeights[i] * documentWeights[j];
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return sum;
    }

    boolean contains(int document, int term) {
        return Arrays.binarySearch(documentTerms, documentStarts[document], documentStarts[document + 1], term) >= 0;
    }
}
