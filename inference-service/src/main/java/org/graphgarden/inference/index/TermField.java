package org.graphgarden.inference.index;

import java.util.BitSet;
import java.util.List;
import org.graphgarden.inference.profile.Profile;

/** One view of the corpus as weighted terms (words, word pairs or phrases): exact search and what two documents share. */
public final class TermField {
    private final FieldTexts texts;
    private final Vocabulary vocabulary;
    /** Numbers of the words that are in more documents than say anything. */
    private final BitSet common;

    private final SparseVectors vectors;
    private final double[] rarity;

    TermField(FieldTexts texts, Vocabulary vocabulary, BitSet common, SparseVectors vectors, double[] rarity) {
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.common = common;
        this.vectors = vectors;
        this.rarity = rarity;
    }

    /** The same statistics with more documents, which get the next numbers. */
    TermField with(List<Profile> more) {
        List<CountedTerms> added = more.stream().map(this::count).toList();
        return new TermField(texts, vocabulary, common, vectors.with(added), rarity);
    }

    private CountedTerms count(Profile profile) {
        LaterDocument document = new LaterDocument(vocabulary);
        texts.read(profile, document);
        return document.counted();
    }

    /** Writes the cosine (0 to 1) of the document with every document, itself included. */
    public void scores(int document, double[] into) {
        vectors.scores(document, into);
    }

    /** Cosine of two documents, 0 to 1; bit for bit what {@link #scores} writes. */
    public double cosine(int left, int right) {
        return vectors.cosine(left, right);
    }

    /** The number of a word's term, or -1 when the word does not count. */
    public int term(String word) {
        return vocabulary.find(word);
    }

    /** Whether the word is in so many documents that it says nothing. */
    public boolean isCommon(String word) {
        int number = vocabulary.findWord(word);
        return number != Vocabulary.NONE && common.get(number);
    }

    /** The number of the term of two words that follow each other, or -1 when it does not count. */
    public int pair(String first, String second) {
        return vocabulary.findPair(first, second);
    }

    /** ln(documents / documents with the term). */
    public double rarity(int term) {
        return rarity[term];
    }

    /** The terms that count most in a document, heaviest first; equals by number. */
    public List<WeightedTerm> strongest(int document, int most) {
        // A document's product with itself is the square of its weights.
        return vectors.strongest(document, document, most).stream()
                .map(each -> new WeightedTerm(vocabulary.text(each.term()), StrictMath.sqrt(each.value())))
                .toList();
    }

    /** The terms that two documents share, and what each adds to their cosine, most first; equals by number. */
    public List<WeightedTerm> strongestShared(int left, int right, int most) {
        return vectors.strongest(left, right, most).stream()
                .map(each -> new WeightedTerm(vocabulary.text(each.term()), each.value()))
                .toList();
    }

    /** Whether the document has the term. */
    public boolean contains(int document, int term) {
        return vectors.contains(document, term);
    }
}
