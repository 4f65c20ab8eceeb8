package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters and digits in a text.
 *
 * @param start offset of its first character
 * @param end offset after its last
 * @param folded lower case, and without the s of a plural
 */
record TextWord(int start, int end, String folded) {
    /** All words of a text in order, function words included. */
    static List<TextWord> of(String text) {
        List<TextWord> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                words.add(new TextWord(at, end, fold(text.substring(at, end))));
            }
            at = end + 1;
        }
        return words;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean plural = lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us");
        return plural ? lower.substring(0, lower.length() - 1) : lower;
    }
}
