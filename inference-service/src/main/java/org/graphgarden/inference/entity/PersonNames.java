package org.graphgarden.inference.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graphgarden.inference.text.TextResource;
import org.graphgarden.inference.text.Words;

/**
 * Finds names of persons in a text: a common given name, perhaps initials, more given names or a particle such as "van", and a
 * last name with a capital that does not also stand in the text as an everyday word.
 */
final class PersonNames {
    private static final Set<String> GIVEN = TextResource.lines(PersonNames.class, "given-names.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" +")))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PARTICLES =
            Set.of("van", "von", "de", "der", "den", "di", "da", "la", "le", "bin", "ibn");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final int MOST_PARTS = 4;
    private static final int NOWHERE = -1;

    private PersonNames() {}

    /** The names as they are spelled, in the order of the text, each once. */
    static List<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end > at
                    && Character.isUpperCase(text.charAt(at))
                    && mayGoOn(text, end)
                    && isGiven(text.substring(at, end))) {
                int endOfName = endOfLastName(text, end);
                if (endOfName != NOWHERE) {
                    names.add(text.substring(at, endOfName));
                    end = endOfName;
                }
            }
            at = Math.max(end, at + 1);
        }
        return new ArrayList<>(names);
    }

    private static boolean isGiven(String word) {
        return GIVEN.contains(plain(word).toLowerCase(Locale.ROOT));
    }

    /** Without accents, which no word of letters has once it is in this form. Each capital of a text comes here. */
    private static String plain(String word) {
        return Normalizer.isNormalized(word, Normalizer.Form.NFKD)
                ? word
                : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                        .replaceAll("");
    }

    private static int endOfLastName(String text, int from) {
        int at = from;
        for (int part = 1; part < MOST_PARTS && at + 1 < text.length() && text.charAt(at) == ' '; part++) {
            int start = at + 1;
            int end = endOfWord(text, start);
            if (end == start) {
                return NOWHERE;
            }
            String word = text.substring(start, end);
            boolean capital = Character.isUpperCase(word.charAt(0));
            if (capital && end < text.length() && text.charAt(end) == '.' && word.length() == 1) {
                at = end + 1;
            } else if (PARTICLES.contains(word) || (capital && isGiven(word) && isFollowedByCapital(text, end))) {
                at = end;
            } else {
                return capital && isLastName(word, text) ? end : NOWHERE;
            }
        }
        return NOWHERE;
    }

    /** Most capitals stand alone, which is cheaper to see than whether they are given names. */
    private static boolean mayGoOn(String text, int at) {
        return isFollowedByCapital(text, at)
                || at < text.length()
                        && text.charAt(at) == ' '
                        && PARTICLES.contains(text.substring(at + 1, endOfWord(text, at + 1)));
    }

    private static boolean isFollowedByCapital(String text, int at) {
        return at + 1 < text.length() && text.charAt(at) == ' ' && Character.isUpperCase(text.charAt(at + 1));
    }

    private static boolean isLastName(String word, String text) {
        String lower = word.toLowerCase(Locale.ROOT);
        return word.length() > 1
                && word.chars().skip(1).anyMatch(Character::isLowerCase)
                && !Words.isStopWord(lower)
                && !hasWord(text, lower);
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean begins = at == 0 || !Character.isLetter(text.charAt(at - 1));
            if (begins
                    && (at + word.length() == text.length() || !Character.isLetter(text.charAt(at + word.length())))) {
                return true;
            }
        }
        return false;
    }

    /** A hyphen joins, and an apostrophe before a capital ("O'Neill"). */
    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && isPart(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetter(c)
                || (c == '-' || c == '\'' || c == '’')
                        && at + 1 < text.length()
                        && Character.isUpperCase(text.charAt(at + 1));
    }
}
