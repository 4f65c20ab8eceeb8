package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What stands in the text of one pattern and, word for word, also in others': phrases of up to four words, and single rare words.
 * Built for one pattern, then asked for each target, which is most of the work that a link costs: plain arrays and no boxes.
 */
final class SharedPhrases {
    private static final int LONGEST = 4;
    private static final int KEPT = 12;
    private static final double STRESS = 1.3;
    /** Natural logarithms of how often, up to the most that counts. */
    private static final double[] LOG = {0, 0, log(2), log(3), log(4), log(5), log(6), log(7), log(8)};

    private static final int MOST_PHRASES = 4;
    private static final int MOST_WORDS = LOG.length - 1;

    private final Tokens source = new Tokens();
    private final String text;
    private final MarkedPhrases own;
    private final PhraseWeights weights;
    private final PhraseTable table;
    /** By first token and length, which make the key of a phrase; NaN when not computed yet. */
    private final double[] weightOf;

    private final int[] seenFor;
    private final int[] hits;
    private final int[] found;
    private int finds;
    private int asked;

    SharedPhrases(String text, ReadText read, int wordsOfGarden, PhraseWeights weights) {
        own = read.marked();
        this.text = text;
        this.weights = weights;
        source.read(text, read.tokens());
        table = new PhraseTable(source, wordsOfGarden);
        weightOf = new double[source.size() * LONGEST];
        Arrays.fill(weightOf, Double.NaN);
        seenFor = new int[weightOf.length];
        hits = new int[weightOf.length];
        found = new int[weightOf.length];
    }

    private static double log(int value) {
        return StrictMath.log(value);
    }

    /** The phrases and words that the target's text shares, most telling first, no two with a word in common. */
    List<SharedPhrase> with(ReadText target) {
        asked++;
        finds = 0;
        int[] tokens = target.tokens();
        for (int at : target.edges()) {
            if (table.has(tokens[at])) {
                collect(tokens, at);
            }
        }
        return distinct(mostTelling(target.marked()), target.marked());
    }

    private Largest mostTelling(MarkedPhrases marked) {
        Largest largest = new Largest(KEPT * 2);
        for (int i = 0; i < finds; i++) {
            int key = found[i];
            int at = key / LONGEST;
            double weight = weightOf[key] * frequency(key);
            if (weight * STRESS > largest.least()) {
                boolean stressed = marked.contains(source, at, end(at, key % LONGEST + 1));
                largest.offer(key, stressed ? weight * STRESS : weight);
            }
        }
        return largest;
    }

    /** A single word counts only when both use it more than once; a phrase counts more. */
    private double frequency(int key) {
        int at = key / LONGEST;
        if (key % LONGEST > 0 || end(at, 1) > at + 1) {
            return 1 + 0.3 * LOG[Math.min(MOST_PHRASES, hits[key])];
        }
        return LOG[Math.min(MOST_WORDS, Math.min(hits[key], table.uses(source.value(at))))];
    }

    private boolean stressed(int at, int end, MarkedPhrases target) {
        return own.contains(source, at, end) && target.contains(source, at, end);
    }

    private void collect(int[] target, int at) {
        int next = target[at + 1];
        if (next >= Tokens.BREAK && weights.isTelling(target[at])) {
            int alone = table.alone(target[at]);
            if (alone != PhraseTable.NOWHERE) {
                note(alone, 1);
            }
        }
        if (next == Tokens.BREAK || next >= 0 && !table.has(next)) {
            return;
        }
        int from = table.pair(target[at], next);
        if (from != PhraseTable.NOWHERE) {
            follow(target, at, from);
        }
    }

    /** Notes every phrase that begins at the two places alike. */
    private void follow(int[] target, int at, int from) {
        int length = 1;
        for (int i = 1; target[at + i] != Tokens.BREAK && target[at + i] == source.value(from + i); i++) {
            boolean word = target[at + i] >= 0;
            boolean joined = word && target[at + i - 1] < 0;
            length += word && !joined ? 1 : 0;
            if (length > LONGEST) {
                return;
            }
            if (word && weights.mayEdge(target[at + i]) && source.value(from + i + 1) >= Tokens.BREAK) {
                note(from, length);
            }
        }
    }

    private void note(int at, int length) {
        int key = at * LONGEST + length - 1;
        if (seenFor[key] == asked) {
            hits[key]++;
            return;
        }
        if (Double.isNaN(weightOf[key])) {
            weightOf[key] = weight(at, length);
        }
        if (weightOf[key] > 0) {
            seenFor[key] = asked;
            hits[key] = 1;
            found[finds++] = key;
        }
    }

    private double weight(int at, int length) {
        boolean begins = at == 0 || source.value(at - 1) >= Tokens.BREAK;
        int end = end(at, length);
        double stress = own.contains(source, at, end) ? STRESS : 1;
        return begins ? stress * weights.weight(source, at, end) : 0;
    }

    /** The token after a phrase: words joined by hyphens or apostrophes are one. */
    private int end(int at, int length) {
        int end = at + 1;
        int words = 1;
        while (end < source.size()) {
            int value = source.value(end);
            if (value == Tokens.BREAK || (value >= 0 && source.value(end - 1) >= 0 && words++ == length)) {
                return end;
            }
            end++;
        }
        return end;
    }

    private List<SharedPhrase> distinct(Largest largest, MarkedPhrases marked) {
        List<SharedPhrase> phrases = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        for (int rank = 0; rank < largest.size() && largest.score(rank) > 0 && phrases.size() < KEPT; rank++) {
            int at = largest.number(rank) / LONGEST;
            int length = largest.number(rank) % LONGEST + 1;
            int end = end(at, length);
            List<Integer> words = words(at, end);
            if (Collections.disjoint(words, used)) {
                used.addAll(words);
                String surface = text.substring(source.start(at), weights.end(source, end - 1));
                phrases.add(new SharedPhrase(surface, length, stressed(at, end, marked)));
            }
        }
        return phrases;
    }

    /** The words that say something, singular and plural as one. */
    private List<Integer> words(int from, int to) {
        List<Integer> words = new ArrayList<>(LONGEST);
        for (int at = from; at < to; at++) {
            if (source.value(at) >= 0 && weights.mayEdge(source.value(at))) {
                words.add(weights.folded(source.value(at)));
            }
        }
        return words;
    }
}
