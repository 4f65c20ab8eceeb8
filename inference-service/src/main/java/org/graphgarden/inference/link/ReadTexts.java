package org.graphgarden.inference.link;

import java.util.stream.IntStream;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;

/**
 * What reading every text of the garden once tells: who mentions whom, and the words of each in order. It needs no index and may be
 * built beside one. Immutable when built.
 */
public final class ReadTexts {
    private final Patterns patterns;
    private final WordNumbers numbers = new WordNumbers();
    private final PhraseEdges edges;
    private final ReadText[] texts;
    private final Mentions mentions;

    private ReadTexts(Patterns patterns) {
        this.patterns = patterns;
        mentions = new Mentions(patterns, numbers);
        int[][] tokens = new int[patterns.size()][];
        MarkedPhrases[] marked = new MarkedPhrases[patterns.size()];
        Tokens read = new Tokens();
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            PatternText text = PatternText.of(patterns.profile(pattern));
            read.read(text.text(), numbers);
            tokens[pattern] = read.values();
            mentions.add(pattern, text, read);
            marked[pattern] = MarkedPhrases.of(patterns.profile(pattern), numbers);
        }
        edges = new PhraseEdges(numbers);
        texts = IntStream.range(0, patterns.size())
                .mapToObj(pattern -> new ReadText(tokens[pattern], edges.beginnings(tokens[pattern]), marked[pattern]))
                .toArray(ReadText[]::new);
    }

    /** Reads all texts: about a millisecond a pattern. */
    public static ReadTexts of(Patterns patterns) {
        return new ReadTexts(patterns);
    }

    Mentions mentions() {
        return mentions;
    }

    ReadText text(int pattern) {
        return texts[pattern];
    }

    PhraseWeights weights(PatternIndex index) {
        return new PhraseWeights(index, numbers, edges);
    }

    /** What the pattern may share with others. */
    SharedPhrases phrasesOf(int pattern, PhraseWeights weights) {
        String text = PatternText.of(patterns.profile(pattern)).text();
        return new SharedPhrases(text, texts[pattern], numbers.size(), weights);
    }
}
