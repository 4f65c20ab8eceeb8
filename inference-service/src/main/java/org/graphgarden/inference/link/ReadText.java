package org.graphgarden.inference.link;

import java.util.BitSet;
import java.util.function.Supplier;

/**
 * One text as numbers.
 *
 * @param words gives its words, singular and plural as one, and what joins them, in order; ends with a break
 * @param edges where in the tokens a phrase may begin
 * @param lead the token after the title, and the one after what the pattern says first of itself
 * @param marked what it stresses
 */
record ReadText(Supplier<int[]> words, BitSet edges, Lead lead, MarkedPhrases marked) {
    /**
     * Where the weightiest parts of a text end.
     *
     * @param title the token after the title
     * @param about the token after the summary or, without one, after how the text begins
     */
    record Lead(int title, int about) {
        static final double IN_TITLE = 2.5;
        static final double IN_ABOUT = 1.5;

        static Lead of(PatternText text, Tokens tokens) {
            return new Lead(tokens.from(text.titleEnd()), tokens.from(text.aboutEnd()));
        }

        /** How much what stands at a token says of what the pattern is about: 1 in the body, more before it. */
        double salience(int token) {
            return token < title ? IN_TITLE : token < about ? IN_ABOUT : 1;
        }
    }

    /** The tokens, which may have to be unpacked: ask once for each text. */
    int[] tokens() {
        return words.get();
    }
}
