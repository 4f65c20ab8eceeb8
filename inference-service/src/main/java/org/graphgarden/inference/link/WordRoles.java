package org.graphgarden.inference.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.graphgarden.inference.text.TextResource;

/**
 * What part words play in the sentences of a garden, told by their neighbours: a noun is followed by a stop, a conjunction or a
 * preposition; a verb is followed by an article or comes after "to" or "they". Rough, but it needs no dictionary and learns the
 * garden's own words. Frozen with the epoch.
 */
final class WordRoles {
    private static final List<String> NEIGHBOURS = TextResource.lines(WordRoles.class, "word-roles.txt");
    /** Added to the counts, so that a word which was met once or twice is neither this nor that. */
    private static final double UNSURE = 2;

    private static final double LEAST_NOUN = 0.35;
    private static final double MOST_VERB = 0.25;

    private final int[] uses;
    private final int[] nouns;
    private final int[] verbs;

    private WordRoles(int words) {
        uses = new int[words];
        nouns = new int[words];
        verbs = new int[words];
    }

    /** Takes all words and the texts, singular and plural as one. */
    static WordRoles of(WordNumbers numbers, Iterable<int[]> texts) {
        WordRoles roles = new WordRoles(numbers.size() + 1);
        BitSet articles = marked("articles", numbers);
        BitSet afterNouns = marked("after-nouns", numbers);
        BitSet beforeVerbs = marked("before-verbs", numbers);
        for (int[] tokens : texts) {
            for (int at = 0; at + 1 < tokens.length; at++) {
                if (tokens[at] >= 0) {
                    int word = tokens[at];
                    int next = tokens[at + 1];
                    roles.uses[word]++;
                    roles.nouns[word] += next == Tokens.BREAK || next >= 0 && afterNouns.get(next) ? 1 : 0;
                    boolean acts = next >= 0 && articles.get(next);
                    acts |= at > 0 && tokens[at - 1] >= 0 && beforeVerbs.get(tokens[at - 1]);
                    roles.verbs[word] += acts ? 1 : 0;
                }
            }
        }
        return roles;
    }

    private static BitSet marked(String kind, WordNumbers numbers) {
        BitSet marked = new BitSet();
        NEIGHBOURS.stream()
                .filter(line -> line.startsWith(kind + ":"))
                .flatMap(line ->
                        Arrays.stream(line.substring(kind.length() + 1).strip().split(" +")))
                .forEach(word -> marked.set(numbers.folded(numbers.find(word))));
        marked.clear(numbers.size());
        return marked;
    }

    int uses(int word) {
        return uses[word];
    }

    /** Whether a phrase may end with the word, which then is probably a noun. */
    boolean mayEnd(int word) {
        return (nouns[word] + UNSURE) / (uses[word] + UNSURE) >= LEAST_NOUN && mayBegin(word);
    }

    /** Whether a phrase may begin with the word: it is no verb, as far as can be told. */
    boolean mayBegin(int word) {
        return verbs[word] <= MOST_VERB * (uses[word] + UNSURE);
    }
}
