package org.graphgarden.inference.link;

import java.util.Arrays;
import java.util.Locale;

/** Which words a garden mostly writes with a capital: names, which keep it wherever they are shown. Frozen with the epoch. */
final class Capitals {
    private static final double MOSTLY = 0.6;

    private int[] uses = new int[1024];
    private int[] capitals = new int[1024];
    private boolean frozen;

    /** From now on nothing is counted. */
    void freeze() {
        frozen = true;
    }

    /** Counts the words of a text. */
    void count(String text, Tokens tokens, int[] folded) {
        for (int at = 0; at < tokens.size() && !frozen; at++) {
            int word = folded[at];
            if (word >= 0) {
                if (word >= uses.length) {
                    uses = Arrays.copyOf(uses, word * 2);
                    capitals = Arrays.copyOf(capitals, word * 2);
                }
                uses[word]++;
                capitals[word] += Character.isUpperCase(text.charAt(tokens.start(at))) ? 1 : 0;
            }
        }
    }

    /** The word as it is written inside a sentence. */
    String shown(String spelled, int word) {
        boolean acronym = spelled.length() > 1
                && !spelled.substring(1).equals(spelled.substring(1).toLowerCase(Locale.ROOT));
        boolean name = word >= uses.length || uses[word] == 0 || capitals[word] >= MOSTLY * uses[word];
        return acronym || name ? spelled : spelled.substring(0, 1).toLowerCase(Locale.ROOT) + spelled.substring(1);
    }
}
