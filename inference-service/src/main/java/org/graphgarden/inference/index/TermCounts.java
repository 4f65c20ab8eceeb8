package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.graphgarden.inference.text.Words;

/**
 * Counts terms document by document and turns the counts into weights: (1 + ln tf) · ln(documents / df), of unit length. Terms
 * in a single document link nothing; terms in more than the given share of all documents say nothing.
 *
 * <p>Nine in ten word pairs stand only once in a whole garden. So documents are first taken as the numbers of their words, and only
 * pairs that may have been met twice become terms.
 */
final class TermCounts implements FieldTexts.Sink {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Repeated pairs = new Repeated();
    /** By document: for each text the negative of its weight, then the numbers of its words. */
    private final List<int[]> texts = new ArrayList<>();

    private final Growing current = new Growing(4096);
    private final Growing starts = new Growing(1024);
    private final Growing terms = new Growing(1 << 16);
    private final Growing counts = new Growing(1 << 16);
    private final Growing touched = new Growing(4096);
    private int[] frequencies = new int[1024];
    private int[] pending = new int[1024];

    /** Adds the words and word pairs of a text of the current document. */
    @Override
    public void add(String text, int weight) {
        current.add(-weight);
        int previous = Vocabulary.NONE;
        for (String spelling : Words.of(text)) {
            int word = vocabulary.word(spelling);
            current.add(word);
            if (previous != Vocabulary.NONE) {
                pairs.meet(Vocabulary.pair(previous, word));
            }
            previous = word;
        }
    }

    void endDocument() {
        texts.add(current.toArray());
        current.clear();
    }

    private void count() {
        starts.add(0);
        for (int document = 0; document < texts.size(); document++) {
            count(texts.set(document, new int[0]));
            touched.sort();
            for (int i = 0; i < touched.size(); i++) {
                int term = touched.get(i);
                terms.add(term);
                counts.add(pending[term]);
                frequencies[term]++;
                pending[term] = 0;
            }
            touched.clear();
            starts.add(terms.size());
        }
    }

    private void count(int[] document) {
        int weight = 0;
        int previous = Vocabulary.NONE;
        for (int word : document) {
            if (word < 0) {
                weight = -word;
                previous = Vocabulary.NONE;
            } else {
                count(vocabulary.wordTerm(word), weight);
                if (previous != Vocabulary.NONE && pairs.mayBe(Vocabulary.pair(previous, word))) {
                    count(vocabulary.pairTerm(previous, word), weight);
                }
                previous = word;
            }
        }
    }

    TermField build(FieldTexts texts, double largestShare) {
        count();
        int documents = starts.size() - 1;
        boolean[] kept = new boolean[vocabulary.size()];
        double[] rarity = new double[vocabulary.size()];
        BitSet common = new BitSet();
        for (int term = 0; term < kept.length; term++) {
            boolean everywhere = frequencies[term] > largestShare * documents;
            kept[term] = frequencies[term] >= 2 && !everywhere;
            if (everywhere && vocabulary.wordOf(term) != Vocabulary.NONE) {
                common.set(vocabulary.wordOf(term));
            }
        }
        int[] renumbered = vocabulary.retain(kept);
        for (int term = 0; term < kept.length; term++) {
            if (kept[term]) {
                rarity[renumbered[term]] = StrictMath.log((double) documents / frequencies[term]);
            }
        }
        rarity = Arrays.copyOf(rarity, vocabulary.size());
        return new TermField(texts, vocabulary, common, vectors(renumbered, rarity), rarity);
    }

    private SparseVectors vectors(int[] renumbered, double[] rarity) {
        List<CountedTerms> documents = new ArrayList<>(starts.size());
        Growing keptTerms = new Growing(4096);
        Growing keptCounts = new Growing(4096);
        for (int document = 0; document + 1 < starts.size(); document++) {
            for (int i = starts.get(document); i < starts.get(document + 1); i++) {
                int term = renumbered[terms.get(i)];
                if (term != Vocabulary.NONE) {
                    keptTerms.add(term);
                    keptCounts.add(counts.get(i));
                }
            }
            documents.add(CountedTerms.of(keptTerms.toArray(), keptCounts.toArray()));
            keptTerms.clear();
            keptCounts.clear();
        }
        return new SparseVectors(documents, rarity);
    }

    private void count(int term, int weight) {
        if (term >= pending.length) {
            pending = Arrays.copyOf(pending, term * 2);
            frequencies = Arrays.copyOf(frequencies, term * 2);
        }
        if (pending[term] == 0) {
            touched.add(term);
        }
        pending[term] += weight;
    }
}
