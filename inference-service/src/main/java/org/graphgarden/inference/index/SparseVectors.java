package org.graphgarden.inference.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sparse vectors of unit length, by document and by term. Terms of a document and documents of a term ascend, so every sum
 * runs in the same order from either end: {@code scores} and {@code cosine} agree to the last bit and are symmetric. Documents
 * that are added later are few and are compared one by one.
 */
final class SparseVectors {
    private final Appended<CountedTerms> documents;
    private final double[] rarity;
    /** How many documents the postings hold; those after them were added later. */
    private final int posted;

    private final int[] termStarts;
    private final int[] termDocuments;
    private final float[] termWeights;

    /** Takes the terms by document and the rarity of each term, and derives the other side. */
    SparseVectors(List<CountedTerms> documents, double[] rarity) {
        this.documents = Appended.of(documents);
        this.rarity = rarity;
        posted = documents.size();
        termStarts = new int[rarity.length + 1];
        for (int number = 0; number < posted; number++) {
            for (int term : vector(number).terms()) {
                termStarts[term + 1]++;
            }
        }
        for (int term = 1; term < termStarts.length; term++) {
            termStarts[term] += termStarts[term - 1];
        }
        termDocuments = new int[termStarts[rarity.length]];
        termWeights = new float[termDocuments.length];
        post();
    }

    private SparseVectors(SparseVectors before, Appended<CountedTerms> documents) {
        this.documents = documents;
        rarity = before.rarity;
        posted = before.posted;
        termStarts = before.termStarts;
        termDocuments = before.termDocuments;
        termWeights = before.termWeights;
    }

    private void post() {
        int[] next = termStarts.clone();
        for (int number = 0; number < posted; number++) {
            SparseVector document = vector(number);
            for (int i = 0; i < document.terms().length; i++) {
                int slot = next[document.terms()[i]]++;
                termDocuments[slot] = number;
                termWeights[slot] = document.weights()[i];
            }
        }
    }

    /** These and more, which get the next numbers. */
    SparseVectors with(List<CountedTerms> more) {
        return new SparseVectors(this, documents.with(more));
    }

    /** Writes the cosine of the document with every document. */
    void scores(int number, double[] into) {
        SparseVector document = vector(number);
        Arrays.fill(into, 0, posted, 0.0);
        for (int i = 0; i < document.terms().length; i++) {
            double weight = document.weights()[i];
            int term = document.terms()[i];
            for (int j = termStarts[term]; j < termStarts[term + 1]; j++) {
                into[termDocuments[j]] += weight * termWeights[j];
            }
        }
        for (int added = posted; added < documents.size(); added++) {
            into[added] = document.cosine(vector(added));
        }
    }

    double cosine(int left, int right) {
        return vector(left).cosine(vector(right));
    }

    /** What a term adds to the cosine of two documents. */
    record Product(int term, double value) {}

    /** The terms that add most to the cosine of two documents, most first; equals by number. */
    List<Product> strongest(int left, int right, int most) {
        List<Product> products = vector(left).products(vector(right));
        products.sort(Comparator.comparingDouble(Product::value).reversed().thenComparingInt(Product::term));
        return List.copyOf(products.subList(0, Math.min(most, products.size())));
    }

    boolean contains(int document, int term) {
        return document < posted
                ? Arrays.binarySearch(termDocuments, termStarts[term], termStarts[term + 1], document) >= 0
                : vector(document).contains(term);
    }

    private SparseVector vector(int document) {
        return documents.get(document).weigh(rarity);
    }
}
