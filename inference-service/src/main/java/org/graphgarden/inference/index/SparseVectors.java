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
    private final Appended<SparseVector> documents;
    /** How many documents the postings hold; those after them were added later. */
    private final int posted;

    private final int[] termStarts;
    private final int[] termDocuments;
    private final float[] termWeights;

    /** Takes the vectors by document and derives the other side. */
    SparseVectors(List<SparseVector> documents, int terms) {
        this.documents = Appended.of(documents);
        posted = documents.size();
        termStarts = new int[terms + 1];
        for (SparseVector document : documents) {
            for (int term : document.terms()) {
                termStarts[term + 1]++;
            }
        }
        for (int term = 1; term < termStarts.length; term++) {
            termStarts[term] += termStarts[term - 1];
        }
        termDocuments = new int[termStarts[terms]];
        termWeights = new float[termDocuments.length];
        post();
    }

    private SparseVectors(SparseVectors before, Appended<SparseVector> documents) {
        this.documents = documents;
        posted = before.posted;
        termStarts = before.termStarts;
        termDocuments = before.termDocuments;
        termWeights = before.termWeights;
    }

    private void post() {
        int[] next = termStarts.clone();
        for (int number = 0; number < posted; number++) {
            SparseVector document = documents.get(number);
            for (int i = 0; i < document.terms().length; i++) {
                int slot = next[document.terms()[i]]++;
                termDocuments[slot] = number;
                termWeights[slot] = document.weights()[i];
            }
        }
    }

    /** These and more, which get the next numbers. */
    SparseVectors with(List<SparseVector> more) {
        return new SparseVectors(this, documents.with(more));
    }

    /** Writes the cosine of the document with every document. */
    void scores(int number, double[] into) {
        SparseVector document = documents.get(number);
        Arrays.fill(into, 0, posted, 0.0);
        for (int i = 0; i < document.terms().length; i++) {
            double weight = document.weights()[i];
            int term = document.terms()[i];
            for (int j = termStarts[term]; j < termStarts[term + 1]; j++) {
                into[termDocuments[j]] += weight * termWeights[j];
            }
        }
        for (int added = posted; added < documents.size(); added++) {
            into[added] = document.cosine(documents.get(added));
        }
    }

    double cosine(int left, int right) {
        return documents.get(left).cosine(documents.get(right));
    }

    /** What a term adds to the cosine of two documents. */
    record Product(int term, double value) {}

    /** The terms that add most to the cosine of two documents, most first; equals by number. */
    List<Product> strongest(int left, int right, int most) {
        List<Product> products = documents.get(left).products(documents.get(right));
        products.sort(Comparator.comparingDouble(Product::value).reversed().thenComparingInt(Product::term));
        return List.copyOf(products.subList(0, Math.min(most, products.size())));
    }

    boolean contains(int document, int term) {
        return documents.get(document).contains(term);
    }
}
