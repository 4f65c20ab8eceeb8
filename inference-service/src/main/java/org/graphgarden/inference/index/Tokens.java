package org.graphgarden.inference.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words as the index counts them: lower case, ASCII letters and digits (with ' and - inside), two or more characters, no
 * function words.
 */
final class Tokens {
    private static final Set<String> FUNCTION_WORDS = Set.of("""
            a about above after again all also am an and any are as at be because been before being below between both but
            by can could did do does doing down during each few for from further had has have having he her here hers him
            his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out
            over own same she should so some such than that the their them then there these they this those through to too
            under until up very was we were what when where which while who whom why will with would you your""".split("\\s+"));

    private Tokens() {}

    /** The words of the text in order. */
    static List<String> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < lower.length()) {
            if (!isAlphanumeric(lower.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < lower.length() && isInside(lower.charAt(end))) {
                end++;
            }
            if (end - at > 1) {
                addUnlessFunctionWord(lower.substring(at, end), words);
            }
            at = end;
        }
        return words;
    }

    private static void addUnlessFunctionWord(String word, List<String> words) {
        if (!FUNCTION_WORDS.contains(word)) {
            words.add(word);
        }
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isInside(char c) {
        return isAlphanumeric(c) || c == '\'' || c == '-';
    }
}
