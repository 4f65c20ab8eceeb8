package org.graphgarden.inference.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits plain text into sentences. A line break always ends one; otherwise {@code . ! ?} (with what quotes or brackets follow)
 * does when white space and something other than a lower-case letter come next, and no abbreviation or initial stands before.
 */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "vs", "etc", "cf", "dr", "mr", "mrs", "ms", "prof", "st", "no", "vol", "ed", "eds", "al",
            "fig", "inc", "ltd", "jr", "sr", "approx", "u.s", "u.k");

    private Sentences() {}

    /** The sentences in order, each trimmed; every one is a verbatim part of the text. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = endAt(text, start, at);
            if (end > 0) {
                add(sentences, text.substring(start, end));
                start = end;
                at = end - 1;
            }
        }
        add(sentences, text.substring(start));
        return sentences;
    }

    /** Where the sentence begins that holds this place: offset of its first character. */
    public static int startOf(String text, int place) {
        int start = text.lastIndexOf('\n', place - 1) + 1;
        for (int at = start; at < place; at++) {
            int end = endAt(text, start, at);
            if (end > place) {
                break;
            }
            if (end > 0) {
                start = end;
                at = end - 1;
            }
        }
        while (start < place && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** The end of the sentence that began at one offset and goes on to another. */
    public static int endOf(String text, int start, int from) {
        for (int at = from; at < text.length(); at++) {
            int end = endAt(text, start, at);
            if (end > 0) {
                return text.charAt(end - 1) == '\n' ? end - 1 : end;
            }
        }
        return text.length();
    }

    /** The end of the sentence if it ends with the character at this place, else -1. */
    private static int endAt(String text, int start, int at) {
        char c = text.charAt(at);
        if (c == '\n' || c == '。' || c == '！' || c == '？') {
            return at + 1;
        }
        if (c != '.' && c != '!' && c != '?') {
            return -1;
        }
        int end = at + 1;
        while (end < text.length() && ".!?\"'”’)]*".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            return -1;
        }
        boolean goesOn = startsLowerCase(text, end) || (c == '.' && isAbbreviation(text.substring(start, at)));
        return goesOn ? -1 : end;
    }

    private static boolean startsLowerCase(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && Character.isLowerCase(text.codePointAt(at));
    }

    private static boolean isAbbreviation(String before) {
        String word = before.substring(lastGap(before) + 1).toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(word) || (word.length() == 1 && Character.isLetter(word.charAt(0)));
    }

    private static int lastGap(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Character.isWhitespace(text.charAt(at)) && "(\"'“‘[".indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    private static void add(List<String> sentences, String sentence) {
        String trimmed = sentence.strip();
        if (!trimmed.isEmpty()) {
            sentences.add(trimmed);
        }
    }
}
