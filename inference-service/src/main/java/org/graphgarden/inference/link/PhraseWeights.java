package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
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

    private static final double RARE_WORD = 0.22;
    private static final double RARE_TITLE_WORD = 0.1;
    private static final double WORD_SHARE = 0.6;

    /** Of words that are in too many documents to be counted: more than nothing, which is what unknown words have. */
    private static final double COMMON = 1e-9;

    private static final int STEM = 5;
    private static final double LEAST_BURST = 0.2;
    private static final double WHOLE_BURST = 1.5;

    private final WordNumbers numbers;
    private final TermField body;
    private final double largest;
    private final PhraseEdges edges;
    private final WordRoles roles;
    private final Capitals capitals;
    private final double[] rarity;
    /** By word without the s of plurals: its form that the index knows. */
    private final int[] indexed;

    /** How much a word comes back where it was used once: what a text is about is said again. */
    private final double[] burst;
    /** Asked for most words of a text; small enough to stay in the processor's cache. */
    private final BitSet telling = new BitSet();

    PhraseWeights(PatternIndex index, WordNumbers numbers, PhraseEdges edges, WordRoles roles, Capitals capitals) {
        this.numbers = numbers;
        this.edges = edges;
        this.roles = roles;
        this.capitals = capitals;
        body = index.body();
        largest = StrictMath.log(Math.max(2, index.size()));
        rarity = new double[numbers.size()];
        indexed = IntStream.range(0, numbers.size() + 1).toArray();
        readRarities();
        burst = new double[rarity.length];
        for (int word = 0; word < rarity.length; word++) {
            double documents = index.size() * StrictMath.exp(-rarity[word]);
            burst[word] = Math.max(LEAST_BURST, Math.min(1, (roles.uses(word) / documents - 1) / WHOLE_BURST));
            boolean rare = rarity[word] >= RARE_WORD * largest;
            telling.set(word, rare && numbers.spelling(word).length() > 3 && roles.mayEnd(word));
        }
    }

    /** A word is as rare as the commonest of its forms. */
    private void readRarities() {
        for (int word = 0; word < rarity.length; word++) {
            int folded = numbers.folded(word);
            double known = rarity(numbers.spelling(word));
            boolean first = indexed[folded] == folded && rarity(numbers.spelling(folded)) == 0;
            if (known > 0 && (first || word == folded)) {
                indexed[folded] = word;
            }
            rarity[folded] = commoner(rarity[folded], known);
        }
        for (int word = 0; word < rarity.length; word++) {
            shareRarity(numbers.folded(word), numbers.folded(singular(numbers.spelling(word))));
        }
    }

    /** The number of the word of which this is the plural in -ies, or that of no word. */
    private int singular(String word) {
        return word.endsWith("ies") ? numbers.find(word.substring(0, word.length() - 3) + "y") : numbers.size();
    }

    private void shareRarity(int plural, int singular) {
        if (singular < rarity.length) {
            double shared = commoner(rarity[plural], rarity[singular]);
            rarity[plural] = shared;
            rarity[singular] = shared;
        }
    }

    private static double commoner(double one, double other) {
        return one == 0 || other == 0 ? one + other : Math.min(one, other);
    }

    /** Whether a phrase may begin or end with the word. */
    boolean mayEdge(int word) {
        return edges.mayEdge(word);
    }

    /** The first letters, which most words from one root have in common. */
    String stem(int word) {
        String spelling = numbers.spelling(word);
        return spelling.substring(0, Math.min(STEM, spelling.length()));
    }

    /** The words as they are written inside a sentence. */
    String shown(String text, Tokens tokens, int from, int to) {
        StringBuilder shown = new StringBuilder();
        int end = tokens.start(from);
        for (int i = from; i < to; i++) {
            if (tokens.value(i) >= 0) {
                int next = Tokens.endOfWord(text, tokens.start(i));
                String word = text.substring(tokens.start(i), next);
                shown.append(text, end, tokens.start(i)).append(capitals.shown(word, tokens.value(i)));
                end = next;
            }
        }
        return shown.toString();
    }

    /** The weight of the phrase of these tokens; 0 when it is none. */
    double weight(Tokens tokens, int from, int to) {
        if (to == from + 1) {
            return word(tokens.value(from));
        }
        if (!roles.mayBegin(tokens.value(from)) || !roles.mayEnd(tokens.value(to - 1))) {
            return 0;
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
            return WORD_SHARE * weighted(rarity(body.term(words.get(0))));
        }
        return pairs < RARE * largest ? 0 : weighted(pairs) * (0.5 + attraction) * (1 + 0.1 * (words.size() - 2));
    }

    /** The words that count, as the index spells them; hyphens join. */
    private List<String> words(Tokens tokens, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (tokens.value(i) >= 0) {
                String word = numbers.spelling(indexed[tokens.value(i)]);
                boolean joined = i > from && tokens.value(i - 1) == Tokens.HYPHEN;
                words.add(joined ? words.remove(words.size() - 1) + "-" + word : word);
            }
        }
        words.removeIf(Words::isStopWord);
        return words;
    }

    /** 0 for a word that no text has. */
    private double rarity(String word) {
        return body.isCommon(word) ? COMMON : rarity(body.term(word));
    }

    private double rarity(int term) {
        return term < 0 ? 0 : body.rarity(term);
    }

    private double word(int word) {
        return word < rarity.length ? weighted(rarity[word]) * burst[word] * WORD_SHARE : 0;
    }

    /** What is twice as rare weighs more than twice as much. */
    private double weighted(double rarity) {
        return rarity * StrictMath.sqrt(rarity / largest);
    }

    /** The words that have a weight alone, with those of the title that are less rare. */
    BitSet tellingWith(ReadText text) {
        BitSet all = (BitSet) telling.clone();
        int[] tokens = text.tokens();
        for (int at = 0; at < text.lead().title(); at++) {
            int word = tokens[at];
            if (word >= 0
                    && word < rarity.length
                    && rarity[word] >= RARE_TITLE_WORD * largest
                    && roles.mayEnd(word)
                    && edges.mayEdge(word)) {
                all.set(word);
            }
        }
        return all;
    }

    /** Whether the word alone has a weight: rare, and not short. */
    boolean isTelling(int word) {
        return telling.get(word);
    }
}
