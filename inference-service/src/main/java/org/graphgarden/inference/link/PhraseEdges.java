package org.graphgarden.inference.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphgarden.inference.text.TextResource;
import org.graphgarden.inference.text.Words;

/** Which words a phrase may begin or end with: those that say something by themselves. */
final class PhraseEdges {
    private static final Set<String> EDGELESS = TextResource.lines(PhraseEdges.class, "edge-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" +")))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> NOUNS_IN_LY =
            Set.of("family", "supply", "assembly", "reply", "monopoly", "anomaly", "ally", "fly", "butterfly");

    private final boolean[] edge;

    /** Takes all words; what is unknown begins and ends no phrase. */
    PhraseEdges(WordNumbers numbers) {
        edge = new boolean[numbers.size() + 1];
        for (int word = 0; word < numbers.size(); word++) {
            edge[word] = standsAlone(numbers.spelling(word));
        }
    }

    private static boolean standsAlone(String word) {
        return word.length() > 2
                && !Words.isStopWord(word)
                && !EDGELESS.contains(word)
                && !Character.isDigit(word.charAt(0))
                && (!word.endsWith("ly") || NOUNS_IN_LY.contains(word));
    }

    boolean mayEdge(int word) {
        return edge[word];
    }

    /** Where in a text a phrase may begin. */
    BitSet beginnings(int[] tokens) {
        BitSet beginnings = new BitSet(tokens.length);
        for (int at = 0; at < tokens.length; at++) {
            if (tokens[at] >= 0 && edge[tokens[at]] && (at == 0 || tokens[at - 1] >= Tokens.BREAK)) {
                beginnings.set(at);
            }
        }
        return beginnings;
    }
}
