package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One view of the corpus as weighted terms (words, word pairs or phrases): exact search and what two documents share. */
public final class TermField {
    private final Vocabulary vocabulary;
    private final SparseVectors vectors;
    private final double[] rarity;

    TermField(Vocabulary vocabulary, SparseVectors vectors, double[] rarity) {
        this.vocabulary = vocabulary;
        this.vectors = vectors;
        this.rarity = rarity;
    }

    /** Number of terms that count: in at least two documents and in no more than the field's share of them. */
    public int terms() {
        return vocabulary.size();
    }

    /** Writes the cosine (0 to 1) of the document with every document, itself included. */
    public void scores(int document, double[] into) {
        vectors.scores(document, into);
    }

    /** Cosine of two documents, 0 to 1; bit for bit what {@link #scores} writes. */
    public double cosine(int left, int right) {
        return vectors.cosine(left, right);
    }

    /** ln(documents / documents with the word), or 0 when the word does not count. */
    public double rarity(String word) {
        int term = vocabulary.find(word);
        return term == Vocabulary.NONE ? 0 : rarity[term];
    }

    /** Whether the word counts and the document has it. */
    public boolean contains(int document, String word) {
        int term = vocabulary.find(word);
        return term != Vocabulary.NONE && vectors.contains(document, term);
    }

    /** The terms that add most to the cosine of two documents, strongest first. */
    public List<SharedTerm> shared(int left, int right, int limit) {
        List<Product> all = new ArrayList<>();
        vectors.forEachShared(left, right, (term, product) -> all.add(new Product(term, product)));
        all.sort(Comparator.comparingDouble(Product::value).reversed().thenComparingInt(Product::term));
        return all.stream().limit(limit).map(this::describe).toList();
    }

    private SharedTerm describe(Product product) {
        int term = product.term();
        return new SharedTerm(
                vocabulary.text(term), vocabulary.isPair(term), vectors.documentFrequency(term), product.value());
    }

    private record Product(int term, double value) {}

    /**
     * A term that two documents share.
     *
     * @param text the word, or two words with a blank between them
     * @param pair whether it is a word pair
     * @param documents how many documents have it
     * @param product what it adds to the cosine
     */
    public record SharedTerm(String text, boolean pair, int documents, double product) {}
}
