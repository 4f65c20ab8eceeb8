package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.text.Stems;

/**
 * Numbers for words and word pairs, in order of first occurrence. Pairs are kept as two numbers in one long, not as text:
 * there are some forty times as many pairs as words.
 */
final class Vocabulary {
    static final int NONE = -1;
    private static final int WORD = -1;

    /** By spelling; a spelling that was met before is not stemmed again. */
    private final Map<String, Integer> words = new HashMap<>();

    private final Map<String, Integer> stems = new HashMap<>();
    private final List<String> spellings = new ArrayList<>();
    private final LongNumbers terms = new LongNumbers();

    /** The number of the word itself (not of its term), new if it was never met. Words of one stem are one word. */
    int word(String spelling) {
        Integer known = words.get(spelling);
        if (known != null) {
            return known;
        }
        Integer stemmed = stems.putIfAbsent(Stems.of(spelling), spellings.size());
        int number = stemmed == null ? spellings.size() : stemmed;
        if (stemmed == null) {
            spellings.add(spelling);
        }
        words.put(spelling, number);
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
        return known == null ? stems.getOrDefault(Stems.of(spelling), NONE) : known;
    }

    int findWordTerm(int word) {
        return terms.find(pair(WORD, word));
    }

    int findPairTerm(int first, int second) {
        return terms.find(pair(first, second));
    }

    /** The term of a word, or {@link #NONE}. */
    int find(String spelling) {
        int word = findWord(spelling);
        return word == NONE ? NONE : terms.find(pair(WORD, word));
    }

    /** The term of two words, or {@link #NONE}. */
    int findPair(String first, String second) {
        int one = findWord(first);
        int other = findWord(second);
        return one == NONE || other == NONE ? NONE : terms.find(pair(one, other));
    }

    /** The word of a term, or its two words with a space between. */
    String text(int term) {
        long words = terms.value(term);
        int first = (int) (words >> 32);
        String second = spellings.get((int) words);
        return first == WORD ? second : spellings.get(first) + " " + second;
    }

    /** The number of the word that the term is, or {@link #NONE} when it is two words. */
    int wordOf(int term) {
        long value = terms.value(term);
        return (int) (value >> 32) == WORD ? (int) value : NONE;
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
