package org.graphgarden.inference.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for one concept: lower case, no accents, "&amp;" written out, no possessive, singular, -ize for -ise, and a trailing
 * "(…)" dropped. Two labels name the same concept when their canonical words are equal.
 */
public final class Canonical {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("children", "child"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("criteria", "criterion"),
            Map.entry("analyses", "analysis"),
            Map.entry("indices", "index"),
            Map.entry("crises", "crisis"),
            Map.entry("theses", "thesis"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("lives", "life"),
            Map.entry("selves", "self"),
            Map.entry("leaves", "leaf"));
    private static final List<String> NOT_PLURAL = List.of("ss", "us", "is", "ness", "ics", "ous");
    private static final List<String> PLURAL_ES = List.of("sses", "shes", "ches", "xes", "zzes");
    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
    private static final Pattern POSSESSIVE = Pattern.compile("'s\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern BRITISH = Pattern.compile("(?<=[a-z]{3})is(?=(?:ations?|ing|ed)$)");

    private Canonical() {}

    /** The canonical words of a label in order; empty when it holds no letter or digit. */
    public static List<String> words(String label) {
        String plain = ACCENT.matcher(Normalizer.normalize(label, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String noted = withoutNote(plain);
        plain = (noted.isEmpty() ? plain : noted).replace("&", " and ").replace('’', '\'');
        plain = POSSESSIVE.matcher(plain).replaceAll("").replace("'", "");
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            words.add(word(word.group()));
        }
        return words;
    }

    /** By hand: an expression that looks for spaces before a bracket takes the square of their number. */
    private static String withoutNote(String label) {
        String bare = label.strip();
        if (!bare.endsWith(")")) {
            return label;
        }
        int open = bare.indexOf('(', bare.lastIndexOf(')', bare.length() - 2) + 1);
        return open < 0 ? label : bare.substring(0, open).strip();
    }

    /** The canonical id of a label: its canonical words joined by hyphens; empty when it holds no letter or digit. */
    public static String id(String label) {
        return String.join("-", words(label));
    }

    /** One lower-case word without accents as it stands in canonical labels. */
    public static String word(String word) {
        return singular(BRITISH.matcher(word).replaceFirst("iz"));
    }

    private static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() <= 3 || !word.endsWith("s") || NOT_PLURAL.stream().anyMatch(word::endsWith)) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        int ending = PLURAL_ES.stream().anyMatch(word::endsWith) ? 2 : 1;
        return word.substring(0, word.length() - ending);
    }
}
