package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks up what a reason quotes. */
final class Quotes {
    private static final Pattern QUOTED = Pattern.compile("[\"“„]([^\"“”„]{3,})[\"”“]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Quotes() {}

    /** The text on one line, as it is written to files. */
    static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Whether the reason quotes words that stand in none of the two files; not when nothing is known of a text. */
    static boolean vanished(String reason, SectionState source, @Nullable SectionState target) {
        if (target == null || source.text().isEmpty() || target.text().isEmpty()) {
            return false;
        }
        List<String> quotes = quotes(reason);
        if (quotes.isEmpty()) {
            return false;
        }
        String texts = words(source.text()) + words(target.text());
        return quotes.stream().anyMatch(quote -> !texts.contains(quote));
    }

    private static List<String> quotes(String reason) {
        List<String> quotes = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(reason);
        while (matcher.find()) {
            quotes.add(words(matcher.group(1).replaceAll("…$|\\.\\.\\.$", "")));
        }
        return quotes;
    }

    /** Words in lower case with one space around each, so that markup and line breaks do not count. */
    private static String words(String text) {
        return " "
                + NOT_WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
