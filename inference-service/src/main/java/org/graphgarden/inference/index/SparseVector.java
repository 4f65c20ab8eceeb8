package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weighted terms of one document, of unit length: (1 + ln tf) · rarity.
 *
 * @param terms ascending
 * @param weights by place in {@code terms}
 */
record SparseVector(int[] terms, float[] weights) {

    private static final double[] LOG = new double[256];

    static {
        Arrays.setAll(LOG, count -> count == 0 ? 0 : StrictMath.log(count));
    }

    /** Weighs terms, ascending, that stand in a document so many times. */
    static SparseVector of(int[] terms, int[] counts, double[] rarity) {
        float[] weights = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            weights[i] = (float) ((1 + log(counts[i])) * rarity[terms[i]]);
        }
        normalize(weights);
        return new SparseVector(terms, weights);
    }

    private static double log(int count) {
        return count < LOG.length ? LOG[count] : StrictMath.log(count);
    }

    private static void normalize(float[] weights) {
        double squares = 0;
        for (float weight : weights) {
            squares += (double) weight * weight;
        }
        double length = StrictMath.sqrt(squares);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (weights[i] / length);
        }
    }

    /** Sums the shared terms, ascending. */
    double cosine(SparseVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            int difference = Integer.compare(terms[i], other.terms[j]);
            if (difference == 0) {
                sum += (double) weights[i] * other.weights[j];
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return sum;
    }

    /** What each shared term adds to the cosine, ascending. */
    List<SparseVectors.Product> products(SparseVector other) {
        List<SparseVectors.Product> products = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            int at = Arrays.binarySearch(other.terms, terms[i]);
            if (at >= 0) {
                products.add(new SparseVectors.Product(terms[i], (double) weights[i] * other.weights[at]));
            }
        }
        return products;
    }

    boolean contains(int term) {
        return Arrays.binarySearch(terms, term) >= 0;
    }
}
