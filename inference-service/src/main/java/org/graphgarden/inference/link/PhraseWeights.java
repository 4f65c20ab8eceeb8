package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.TermField;
import org.graphgarden.inference.text.Words;

/**
 * How telling a phrase is: rare in the garden, and of words that attract each other (normalised pointwise mutual information
 * over documents), so that names of things win over words that happen to meet. Frozen with the epoch.
 */
final class PhraseWeights {
    /** Phrases must be rarer than a garden's size to this power allows. */
    private static final double RARE = 0.3;

    private static final double RARE_WORD = 0.3;
    private static final double WORD_SHARE = 0.35;

    private final WordNumbers numbers;
    private final TermField body;
    private final double largest;
    private final PhraseEdges edges;
    private final double[] rarity;
    /** Asked for most words of a text; small enough to stay in the processor's cache. */
    private final BitSet telling = new BitSet();

    PhraseWeights(PatternIndex index, WordNumbers numbers, PhraseEdges edges) {
        this.numbers = numbers;
        this.edges = edges;
        body = index.body();
        largest = StrictMath.log(Math.max(2, index.size()));
        rarity = new double[numbers.size()];
        for (int word = 0; word < rarity.length; word++) {
            int term = body.term(numbers.spelling(word));
            rarity[word] = term < 0 ? 0 : body.rarity(term);
            telling.set(
                    word,
                    rarity[word] >= RARE_WORD * largest
                            && numbers.spelling(word).length() > 3);
        }
    }

    /** Whether a phrase may begin or end with the word. */
    boolean mayEdge(int word) {
        return edges.mayEdge(word);
    }

    int folded(int word) {
        return numbers.folded(word);
    }

    /** Offset after a word. */
    int end(Tokens tokens, int word) {
        return tokens.start(word) + numbers.spelling(tokens.value(word)).length();
    }

    /** The weight of the phrase of these tokens; 0 when it is none. */
    double weight(Tokens tokens, int from, int to) {
        if (to == from + 1) {
            return word(tokens.value(from));
        }
        double pairs = 0;
        double attraction = 1;
        List<String> words = words(tokens, from, to);
        for (int i = 1; i < words.size(); i++) {
            double pair = rarity(body.pair(words.get(i - 1), words.get(i)));
            double apart = rarity(body.term(words.get(i - 1))) + rarity(body.term(words.get(i)));
            if (pair == 0 || apart <= pair) {
                return 0;
            }
            attraction = Math.min(attraction, (apart - pair) / pair);
            pairs = Math.max(pairs, pair);
        }
        if (words.size() == 1) {
            return WORD_SHARE * rarity(body.term(words.get(0)));
        }
        return pairs < RARE * largest ? 0 : pairs * (0.5 + attraction) * (1 + 0.1 * (words.size() - 2));
    }

    /** The words that count, as the index spells them; hyphens join. */
    private List<String> words(Tokens tokens, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (tokens.value(i) >= 0) {
                String word = numbers.spelling(tokens.value(i));
                boolean joined = i > from && tokens.value(i - 1) == Tokens.HYPHEN;
                words.add(joined ? words.remove(words.size() - 1) + "-" + word : word);
            }
        }
        words.removeIf(Words::isStopWord);
        return words;
    }

    private double rarity(int term) {
        return term < 0 ? 0 : body.rarity(term);
    }

    private double word(int word) {
        return isTelling(word) ? rarity[word] * WORD_SHARE : 0;
    }

    /** Whether the word alone has a weight: rare, and not short. */
    boolean isTelling(int word) {
        return telling.get(word);
    }
}
