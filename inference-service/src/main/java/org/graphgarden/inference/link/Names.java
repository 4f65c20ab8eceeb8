package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.inference.index.Patterns;

/**
 * Finds in a text the names of a garden's patterns. A name of several words may differ in case and plural; a single word must
 * stand exactly as in the title and not begin a sentence, for most single words are also plain words. Of names that begin at
 * one place only the longest counts.
 */
final class Names {
    private final WordNumbers words;
    /** By number of the first word; longer names first. */
    private final List<List<Owned>> byFirstWord = new ArrayList<>();

    /** Knows the names of all patterns. */
    Names(Patterns patterns, WordNumbers words) {
        this.words = words;
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            for (Name name : Name.of(patterns.profile(pattern), words)) {
                int first = name.folded().get(0);
                while (byFirstWord.size() <= first) {
                    byFirstWord.add(new ArrayList<>(0));
                }
                byFirstWord.get(first).add(new Owned(name.words(), name.exact(), pattern));
            }
        }
        byFirstWord.forEach(
                names -> names.sort((left, right) -> Integer.compare(right.words.length, left.words.length)));
    }

    /** The first mention of each pattern that the text names, by number; its own is left out. */
    Map<Integer, Mention> in(PatternText text, Tokens tokens, int own) {
        Map<Integer, Mention> found = new TreeMap<>();
        int at = 0;
        while (at < tokens.size()) {
            at += tokens.value(at) < 0 ? 1 : longestAt(own, text, tokens, at, found);
        }
        return found;
    }

    /** Records the longest names that begin at the word, and returns over how many tokens to go on. */
    private int longestAt(int own, PatternText text, Tokens tokens, int at, Map<Integer, Mention> found) {
        int first = words.folded(tokens.value(at));
        int longest = 0;
        int next = at + 1;
        for (Owned owned : first < byFirstWord.size() ? byFirstWord.get(first) : List.<Owned>of()) {
            if (owned.words.length < longest) {
                break;
            }
            int last = lastWord(owned, text.text(), tokens, at);
            if (last >= 0) {
                longest = owned.words.length;
                next = last + 1;
                if (owned.pattern != own) {
                    int end = tokens.start(last)
                            + words.spelling(tokens.value(last)).length();
                    Mention mention = text.mention(owned.pattern, tokens.start(at), end);
                    found.merge(owned.pattern, mention, (one, again) -> one.again());
                }
            }
        }
        return next - at;
    }

    /** Where the name that begins here ends, or -1 when it does not stand here. */
    private int lastWord(Owned name, String text, Tokens tokens, int at) {
        if (!name.exact.isEmpty()) {
            int start = tokens.start(at);
            // The numbers are of folded words; the very word must stand there.
            boolean same = words.spelling(tokens.value(at)).length() == name.exact.length()
                    && text.startsWith(name.exact, start);
            return same && !beginsSentence(text, start) ? at : -1;
        }
        int token = at;
        for (int word = 1; word < name.words.length; word++) {
            token++;
            while (token < tokens.size() && tokens.value(token) < 0) {
                token++;
            }
            if (token >= tokens.size() || words.folded(tokens.value(token)) != name.words[word]) {
                return -1;
            }
        }
        return text.substring(tokens.start(at), tokens.start(token)).indexOf('\n') < 0 ? token : -1;
    }

    private static boolean beginsSentence(String text, int start) {
        int at = start - 1;
        while (at >= 0 && !Character.isLetterOrDigit(text.charAt(at))) {
            if (".!?:\n".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
            at--;
        }
        return at < 0;
    }

    private record Owned(int[] words, String exact, int pattern) {}
}
