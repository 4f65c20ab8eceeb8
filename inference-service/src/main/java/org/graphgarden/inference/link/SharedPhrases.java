package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands in the text of one pattern and, word for word, also in others': phrases of up to four words, and single rare words.
 * Built for one pattern, then asked for each target.
 */
final class SharedPhrases {
    private static final int LONGEST = 4;
    private static final int KEPT = 12;
    private static final int FREE = -1;
    private static final double STRESS = 1.3;

    private final Tokens source = new Tokens();
    private final String text;
    private final MarkedPhrases own;
    private final PhraseWeights weights;
    private final int[] table;
    /** By first token and length; NaN when not computed yet. */
    private final double[] weightOf;

    private final int[] seenFor;
    private final int[] hits;
    private final int[] firstOf;
    private final int[] uses;
    private int asked;

    SharedPhrases(PatternText pattern, int[] tokens, MarkedPhrases marked, int numbers, PhraseWeights weights) {
        own = marked;
        text = pattern.text();
        this.weights = weights;
        source.read(text, tokens);
        table = new int[Integer.highestOneBit(Math.max(8, source.size())) * 4];
        Arrays.fill(table, FREE);
        firstOf = new int[numbers];
        Arrays.fill(firstOf, FREE);
        uses = new int[numbers];
        weightOf = new double[source.size() * LONGEST];
        Arrays.fill(weightOf, Double.NaN);
        seenFor = new int[weightOf.length];
        hits = new int[weightOf.length];
        for (int at = 0; at + 1 < source.size(); at++) {
            int word = source.value(at);
            if (word >= 0) {
                uses[word]++;
                firstOf[word] = firstOf[word] == FREE && standsAlone(at) ? at : firstOf[word];
                int slot = slot(word, source.value(at + 1));
                table[slot] = table[slot] == FREE ? at : table[slot];
            }
        }
    }

    /** The phrases and words that the target's text shares, most telling first, no two with a word in common. */
    List<SharedPhrase> with(int[] target, MarkedPhrases marked) {
        asked++;
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at + 1 < target.length; at++) {
            int word = target[at];
            if (word >= 0 && uses[word] > 0 && weights.mayEdge(word) && (at == 0 || target[at - 1] >= Tokens.BREAK)) {
                collect(target, at, found);
            }
        }
        Largest largest = new Largest(KEPT * 2);
        for (int key : found) {
            int at = key / LONGEST;
            double weight = weightOf[key] * frequency(key);
            if (weight * STRESS > largest.least()) {
                boolean stressed = marked.contains(source, at, end(at, key % LONGEST + 1));
                largest.offer(key, stressed ? weight * STRESS : weight);
            }
        }
        return distinct(largest, marked);
    }

    /** A single word counts only when both use it more than once; a phrase counts more. */
    private double frequency(int key) {
        if (key % LONGEST > 0 || end(key / LONGEST, 1) > key / LONGEST + 1) {
            return 1 + 0.3 * StrictMath.log(Math.min(4, hits[key]));
        }
        return StrictMath.log(Math.min(8, Math.min(hits[key], uses[source.value(key / LONGEST)])));
    }

    private boolean stressed(int at, int end, MarkedPhrases target) {
        return own.contains(source, at, end) && target.contains(source, at, end);
    }

    private void collect(int[] target, int at, List<Integer> found) {
        int alone = firstOf[target[at]];
        if (alone != FREE && target[at + 1] >= Tokens.BREAK) {
            note(alone, 1, found);
        }
        int next = target[at + 1];
        if (next == Tokens.BREAK || next >= 0 && uses[next] == 0) {
            return;
        }
        int from = table[slot(target[at], next)];
        if (from == FREE) {
            return;
        }
        int length = 1;
        for (int i = 1; target[at + i] != Tokens.BREAK && target[at + i] == source.value(from + i); i++) {
            boolean word = target[at + i] >= 0;
            boolean joined = word && target[at + i - 1] < 0;
            length += word && !joined ? 1 : 0;
            if (length > LONGEST) {
                return;
            }
            if (word && weights.mayEdge(target[at + i]) && source.value(from + i + 1) >= Tokens.BREAK) {
                note(from, length, found);
            }
        }
    }

    private void note(int at, int length, List<Integer> found) {
        int key = at * LONGEST + length - 1;
        if (Double.isNaN(weightOf[key])) {
            boolean begins = at == 0 || source.value(at - 1) >= Tokens.BREAK;
            int end = end(at, length);
            double stress = own.contains(source, at, end) ? STRESS : 1;
            weightOf[key] = begins ? stress * weights.weight(source, at, end) : 0;
        }
        if (weightOf[key] <= 0) {
            return;
        }
        if (seenFor[key] != asked) {
            seenFor[key] = asked;
            hits[key] = 0;
            found.add(key);
        }
        hits[key]++;
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
            List<Integer> words = IntStream.range(at, end)
                    .map(source::value)
                    .filter(word -> word >= 0 && weights.mayEdge(word))
                    .map(weights::folded)
                    .boxed()
                    .toList();
            if (words.stream().noneMatch(used::contains)) {
                used.addAll(words);
                String surface = text.substring(source.start(at), weights.end(source, end - 1));
                phrases.add(new SharedPhrase(surface, length, stressed(at, end, marked)));
            }
        }
        return phrases;
    }

    /** Whether no hyphen or apostrophe joins the word to another. */
    private boolean standsAlone(int at) {
        return source.value(at + 1) >= Tokens.BREAK && (at == 0 || source.value(at - 1) >= Tokens.BREAK);
    }

    private int slot(int first, int second) {
        int mask = table.length - 1;
        int hash = first * 0x9E3779B1 + second * 0x85EBCA6B;
        int slot = (hash ^ hash >>> 15) & mask;
        while (table[slot] != FREE && (source.value(table[slot]) != first || source.value(table[slot] + 1) != second)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
