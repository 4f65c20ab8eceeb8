package org.graphgarden.inference.link;

import org.graphgarden.inference.index.PatternIndex;

/** What reading every text of the garden once tells: who mentions whom, and the words of each in order. Immutable when built. */
final class ReadTexts {
    private final PatternIndex index;
    private final WordNumbers numbers = new WordNumbers();
    private final int[][] tokens;
    private final MarkedPhrases[] marked;
    private final Mentions mentions;
    private final PhraseWeights weights;

    ReadTexts(PatternIndex index) {
        this.index = index;
        tokens = new int[index.size()][];
        marked = new MarkedPhrases[index.size()];
        mentions = new Mentions(index, numbers);
        Tokens read = new Tokens();
        for (int pattern = 0; pattern < index.size(); pattern++) {
            PatternText text = PatternText.of(index.profile(pattern));
            read.read(text.text(), numbers);
            tokens[pattern] = read.values();
            mentions.add(pattern, text, read);
            marked[pattern] = MarkedPhrases.of(index.profile(pattern), numbers);
        }
        weights = new PhraseWeights(index, numbers);
    }

    Mentions mentions() {
        return mentions;
    }

    /** What the pattern may share with others. */
    SharedPhrases phrasesOf(int pattern) {
        return new SharedPhrases(
                PatternText.of(index.profile(pattern)), tokens[pattern], marked[pattern], numbers.size(), weights);
    }

    int[] tokens(int pattern) {
        return tokens[pattern];
    }

    MarkedPhrases marked(int pattern) {
        return marked[pattern];
    }
}
