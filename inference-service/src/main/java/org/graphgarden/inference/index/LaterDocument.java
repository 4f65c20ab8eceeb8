package org.graphgarden.inference.index;

import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.inference.text.Words;

/** Counts the terms of a document that came when a field's statistics were frozen: what the field does not know does not count. */
final class LaterDocument implements FieldTexts.Sink {
    private final Vocabulary vocabulary;
    private final Map<Integer, Integer> counts = new TreeMap<>();

    LaterDocument(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void add(String text, int weight) {
        int previous = Vocabulary.NONE;
        for (String spelling : Words.of(text)) {
            int word = vocabulary.findWord(spelling);
            if (word != Vocabulary.NONE) {
                count(vocabulary.findWordTerm(word), weight);
            }
            if (word != Vocabulary.NONE && previous != Vocabulary.NONE) {
                count(vocabulary.findPairTerm(previous, word), weight);
            }
            previous = word;
        }
    }

    private void count(int term, int weight) {
        if (term != Vocabulary.NONE) {
            counts.merge(term, weight, Integer::sum);
        }
    }

    CountedTerms counted() {
        int[] terms = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] times = counts.values().stream().mapToInt(Integer::intValue).toArray();
        return CountedTerms.of(terms, times);
    }
}
