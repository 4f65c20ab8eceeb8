package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.profile.Profile;

/**
 * What stands in the text of one pattern and, word for word, also in others': phrases of up to four words, and single rare words.
 * Built for one pattern, then asked for each target, which is most of the work that a link costs: plain arrays and no boxes.
 */
final class SharedPhrases {
    private static final int LONGEST = 4;
    private static final int KEPT = 12;
    private static final double STRESS = 1.3;
    /** What a number of uses counts, up to the most that counts. */
    private static final double[] BY_USES = {0, 0.7, 1.4, 2, 2.4, 2.8, 3, 3.2, 3.4};

    private static final int MOST_USES = BY_USES.length - 1;

    private final Tokens source = new Tokens();
    private final PatternText text;
    private final ReadText read;
    private final int[] own;
    private final PhraseWeights weights;
    private final PhraseTable table;
    /** Words that have a weight alone. */
    private final BitSet telling;

    /** By first token and length, which make the key of a phrase; NaN when not computed yet. */
    private final double[] weightOf;

    private final int[] seenFor;
    private final int[] hits;
    /** Where the target has it first. */
    private final int[] there;

    private final int[] found;
    private int finds;
    private int asked;

    SharedPhrases(PatternText text, ReadText read, int wordsOfGarden, PhraseWeights weights) {
        this.text = text;
        this.read = read;
        this.weights = weights;
        own = read.tokens();
        source.read(text.text(), own);
        table = new PhraseTable(own, wordsOfGarden);
        telling = weights.tellingWith(read);
        weightOf = new double[source.size() * LONGEST];
        Arrays.fill(weightOf, Double.NaN);
        seenFor = new int[weightOf.length];
        hits = new int[weightOf.length];
        there = new int[weightOf.length];
        found = new int[weightOf.length];
    }

    /** The sentences of the text, which must be this profile's. */
    Passages passages(Profile profile) {
        return new Passages(profile, text, source, read);
    }

    /** The phrases and words that the target's text shares, most telling first, no two with a word in common. */
    List<SharedPhrase> with(ReadText target) {
        asked++;
        finds = 0;
        int[] tokens = target.tokens();
        BitSet edges = target.edges();
        for (int at = edges.nextSetBit(0); at >= 0; at = edges.nextSetBit(at + 1)) {
            if (table.has(tokens[at])) {
                collect(tokens, at);
            }
        }
        return distinct(mostTelling(target), target);
    }

    private Largest mostTelling(ReadText target) {
        Largest largest = new Largest(KEPT * 2);
        for (int i = 0; i < finds; i++) {
            int key = found[i];
            double salience = target.lead().salience(there[key]);
            double weight = weightOf[key] * BY_USES[Math.min(MOST_USES, hits[key])] * salience;
            if (key % LONGEST == 0 && salience < ReadText.Lead.IN_TITLE && isCommon(key / LONGEST)) {
                continue;
            }
            largest.offer(key, weight);
        }
        return stressed(largest, target.marked());
    }

    private Largest stressed(Largest largest, MarkedPhrases marked) {
        Largest stressed = new Largest(KEPT * 2);
        for (int rank = 0; rank < largest.size(); rank++) {
            int key = largest.number(rank);
            int at = key / LONGEST;
            boolean both = marked.contains(own, at, end(at, key % LONGEST + 1));
            stressed.offer(key, both ? largest.score(rank) * STRESS : largest.score(rank));
        }
        return stressed;
    }

    /** Whether this is a common word, which counts only when both titles have it. */
    private boolean isCommon(int at) {
        return end(at, 1) == at + 1 && !weights.isTelling(own[at]);
    }

    private void collect(int[] target, int at) {
        int next = target[at + 1];
        if (next >= Tokens.BREAK && telling.get(target[at])) {
            int alone = table.alone(target[at]);
            if (alone != PhraseTable.NOWHERE) {
                note(alone, 1, at);
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
        for (int i = 1; target[at + i] != Tokens.BREAK && target[at + i] == own[from + i]; i++) {
            boolean word = target[at + i] >= 0;
            boolean joined = word && target[at + i - 1] < 0;
            length += word && !joined ? 1 : 0;
            if (length > LONGEST) {
                return;
            }
            if (word && weights.mayEdge(target[at + i]) && source.value(from + i + 1) >= Tokens.BREAK) {
                note(from, length, at);
            }
        }
    }

    private void note(int at, int length, int place) {
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
            there[key] = place;
            found[finds++] = key;
        }
    }

    /** What the phrase weighs by itself and in the source. */
    private double weight(int at, int length) {
        boolean begins = at == 0 || source.value(at - 1) >= Tokens.BREAK;
        int end = end(at, length);
        double weight = begins ? weights.weight(source, at, end) : 0;
        if (weight == 0) {
            return 0;
        }
        int uses = end == at + 1 ? table.uses(own[at]) : table.pairUses(own[at], own[at + 1]);
        double stress = read.marked().contains(own, at, end) ? STRESS : 1;
        return stress
                * weight
                * BY_USES[Math.min(MOST_USES, uses)]
                * read.lead().salience(at);
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

    private List<SharedPhrase> distinct(Largest largest, ReadText target) {
        List<SharedPhrase> phrases = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int rank = 0; rank < largest.size() && phrases.size() < KEPT; rank++) {
            int key = largest.number(rank);
            int at = key / LONGEST;
            int end = end(at, key % LONGEST + 1);
            List<String> stems = stems(at, end);
            if (Collections.disjoint(stems, used)) {
                used.addAll(stems);
                phrases.add(new SharedPhrase(
                        weights.shown(text.text(), source, at, end),
                        key % LONGEST + 1,
                        largest.score(rank),
                        read.lead().salience(at),
                        target.lead().salience(there[key]),
                        at,
                        end));
            }
        }
        return phrases;
    }

    /** How the words that say something begin. */
    private List<String> stems(int from, int to) {
        List<String> stems = new ArrayList<>(LONGEST);
        for (int at = from; at < to; at++) {
            if (source.value(at) >= 0 && weights.mayEdge(source.value(at))) {
                stems.add(weights.stem(own[at]));
            }
        }
        return stems;
    }
}
