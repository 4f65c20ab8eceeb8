package org.graphgarden.inference.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.graphgarden.inference.text.Canonical;
import org.graphgarden.inference.text.Words;

/** Numbers the canonical words of a garden in the order in which they are first met. Grows while it is built, then only read. */
final class Lexicon {
    /** Stands between words that punctuation parts. */
    static final int BREAK = -1;

    /** A word that the lexicon does not hold. */
    static final int UNKNOWN = -2;

    private final Spellings bySpelling = new Spellings();
    private final Map<String, Integer> byWord = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final BitSet filler = new BitSet();
    private final BitSet beginners = new BitSet();

    int size() {
        return words.size();
    }

    String word(int number) {
        return words.get(number);
    }

    /** Whether a word says nothing of a topic, such as "of". */
    boolean isFiller(int number) {
        return number >= 0 && filler.get(number);
    }

    /** Whether a label may begin with the word: it says something and is no verb or the like ({@link PhraseWords}). */
    boolean mayBegin(int number) {
        return number >= 0 && beginners.get(number);
    }

    /** The words that are no fillers; all of them when there are only fillers. */
    int[] content(int[] numbers) {
        int[] content = new int[numbers.length];
        int count = 0;
        for (int word : numbers) {
            if (!isFiller(word)) {
                content[count++] = word;
            }
        }
        return count == 0 || count == numbers.length ? numbers : Arrays.copyOf(content, count);
    }

    /** Numbers of a label's canonical words, adding those that are new. */
    int[] addLabel(String label) {
        return Canonical.words(label).stream().mapToInt(this::addWord).toArray();
    }

    /** Numbers of a label's canonical words; words that are new become {@link #UNKNOWN}. */
    int[] findLabel(String label) {
        return Canonical.words(label).stream()
                .mapToInt(word -> byWord.getOrDefault(word, UNKNOWN))
                .toArray();
    }

    /** Reads a text and adds the words that are new. */
    WordRun add(String text) {
        return read(text, true);
    }

    /** Reads a text; words that are new become {@link #UNKNOWN}. */
    WordRun read(String text) {
        return read(text, false);
    }

    private WordRun read(String text, boolean grow) {
        WordRun.Builder run = new WordRun.Builder(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                int end = endOfWord(text, at);
                run.add(number(text, at, end, grow), at, end);
                at = end;
            } else {
                if (text.charAt(at) != ' ' && text.charAt(at) != '-') {
                    run.part();
                }
                at++;
            }
        }
        return run.build();
    }

    /** A possessive belongs to its word, so that it can be dropped with it. */
    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && isPart(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        boolean apostrophe = c == '\'' || c == '’';
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (apostrophe && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private int number(String text, int from, int to, boolean grow) {
        int known = bySpelling.find(text, from, to);
        if (known != Spellings.NONE) {
            return known;
        }
        String spelling = text.substring(from, to);
        String word = canonical(spelling);
        if (!grow) {
            return byWord.getOrDefault(word, UNKNOWN);
        }
        int number = addWord(word);
        bySpelling.add(spelling, number);
        return number;
    }

    private int addWord(String word) {
        Integer known = byWord.putIfAbsent(word, words.size());
        if (known != null) {
            return known;
        }
        words.add(word);
        filler.set(words.size() - 1, Words.isStopWord(word) || word.length() < 2);
        beginners.set(words.size() - 1, !isFiller(words.size() - 1) && PhraseWords.mayBegin(word));
        return words.size() - 1;
    }

    private static String canonical(String spelling) {
        String plain = Normalizer.normalize(spelling, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        StringBuilder bare = new StringBuilder(plain.length());
        String owner = plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
        for (int i = 0; i < owner.length(); i++) {
            if (owner.charAt(i) != '\'' && Character.getType(owner.charAt(i)) != Character.NON_SPACING_MARK) {
                bare.append(owner.charAt(i));
            }
        }
        return Canonical.word(bare.toString());
    }
}
