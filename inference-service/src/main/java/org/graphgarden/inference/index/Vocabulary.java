package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.text.Canonical;

/**
 * Numbers for words and word pairs, in order of first occurrence. Pairs are kept as two numbers in one long, not as text:
 * there are some forty times as many pairs as words.
 */
final class Vocabulary {
    static final int NONE = -1;
    private static final int WORD = -1;

    private final Map<String, Integer> words = new HashMap<>();
    private final List<String> spellings = new ArrayList<>();
    private final LongNumbers terms = new LongNumbers();

    /** The number of the word itself (not of its term), new if it was never met. Singular and plural are one word. */
    int word(String spelling) {
        Integer known = words.get(spelling);
        if (known != null) {
            return known;
        }
        String canonical = Canonical.word(spelling);
        if (!canonical.equals(spelling)) {
            int number = word(canonical);
            words.put(spelling, number);
            return number;
        }
        int number = spellings.size();
        words.put(spelling, number);
        spellings.add(spelling);
        return number;
    }

    int wordTerm(int word) {
        return terms.add(pair(WORD, word));
    }

    int pairTerm(int first, int second) {
        return terms.add(pair(first, second));
    }

    /** The number of the word itself, or {@link #NONE} when it was never met. */
    int findWord(String spelling) {
        Integer known = words.get(spelling);
        return known == null ? words.getOrDefault(Canonical.word(spelling), NONE) : known;
    }

    int findWordTerm(int word) {
        return terms.find(pair(WORD, word));
    }

    int findPairTerm(int first, int second) {
        return terms.find(pair(first, second));
    }

    /** The term of a word, or {@link #NONE}. */
    int find(String spelling) {
        Integer word = words.get(spelling);
        return word == null ? NONE : terms.find(pair(WORD, word));
    }

    /** The term of two words, or {@link #NONE}. */
    int findPair(String first, String second) {
        Integer one = words.get(first);
        Integer other = words.get(second);
        return one == null || other == null ? NONE : terms.find(pair(one, other));
    }

    /** The word of a term, or its two words with a space between. */
    String text(int term) {
        long words = terms.value(term);
        int first = (int) (words >> 32);
        String second = spellings.get((int) words);
        return first == WORD ? second : spellings.get(first) + " " + second;
    }

    int size() {
        return terms.size();
    }

    /** Keeps only the marked terms, in their order; forgets the rest. Returns the new number of each old term, or NONE. */
    int[] retain(boolean[] kept) {
        int[] renumbered = new int[terms.size()];
        Arrays.fill(renumbered, NONE);
        long[] keys = new long[terms.size()];
        int count = 0;
        for (int term = 0; term < keys.length; term++) {
            if (kept[term]) {
                renumbered[term] = count;
                keys[count++] = terms.value(term);
            }
        }
        terms.reset(keys, count);
        return renumbered;
    }

    /** Two words as one number. */
    static long pair(int first, int second) {
        return (long) first << 32 | second & 0xffffffffL;
    }
}
