package org.graphgarden.inference.index;

/** Keeps the shared terms with the largest products, largest first; of equals the one met first. */
final class Strongest implements SparseVectors.SharedTerm {
    private final int[] terms;
    private final double[] products;
    private int size;

    Strongest(int limit) {
        terms = new int[limit];
        products = new double[limit];
    }

    @Override
    public void accept(int term, double product) {
        int at = size;
        if (size == terms.length) {
            if (size == 0 || product <= products[size - 1]) {
                return;
            }
            at--;
        } else {
            size++;
        }
        while (at > 0 && products[at - 1] < product) {
            terms[at] = terms[at - 1];
            products[at] = products[at - 1];
            at--;
        }
        terms[at] = term;
        products[at] = product;
    }

    int size() {
        return size;
    }

    int term(int rank) {
        return terms[rank];
    }

    double product(int rank) {
        return products[rank];
    }
}
