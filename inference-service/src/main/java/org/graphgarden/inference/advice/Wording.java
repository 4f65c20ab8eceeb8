package org.graphgarden.inference.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.profile.Profile;

/** Whether a reason that a language model worded may stand: one line, nothing but text, true quotes, nothing new. */
final class Wording {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 160;

    /** Markup, addresses, and single quotation marks, whose quotes could not be told from apostrophes. */
    private static final Pattern FOREIGN = Pattern.compile("[<>\\[\\]{}|\\\\`‘‹›«»„]|://|www\\.|(?:^|\\s)'");

    private static final Pattern QUOTE = Pattern.compile("“([^“”\"]*)”|\"([^“”\"]*)\"");
    private static final Pattern QUOTATION_MARK = Pattern.compile("[“”\"]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final CandidateLink link;
    private final String title;
    /** What the quotes may be taken from. */
    private final String source;
    /** The words that may be names or numbers. */
    private final Set<String> known;

    private Wording(Profile from, Profile to, CandidateLink link) {
        this.link = link;
        this.title = to.title();
        this.source = oneLine(text(from));
        this.known = new HashSet<>(words(source));
        known.addAll(words(link.reason()));
        known.addAll(words(title));
        link.evidence().forEach(evidence -> evidence.shared().forEach(term -> known.addAll(words(term))));
    }

    /** Whether a sentence may be the reason of a link from one pattern to another. */
    static boolean mayStand(String sentence, Profile from, Profile to, CandidateLink link) {
        return isPlain(sentence) && new Wording(from, to, link).isTrueAndSpecific(sentence);
    }

    private static boolean isPlain(String sentence) {
        return sentence.length() >= SHORTEST
                && sentence.length() <= LONGEST
                && sentence.endsWith(".")
                && sentence.codePoints().allMatch(Wording::isText)
                && !FOREIGN.matcher(sentence).find();
    }

    /** No controls, no line breaks, nothing that is not seen or turns the writing round. */
    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private boolean isTrueAndSpecific(String sentence) {
        List<String> quotes = QUOTE.matcher(sentence)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
        boolean balanced =
                !QUOTATION_MARK.matcher(QUOTE.matcher(sentence).replaceAll("")).find();
        return balanced
                && quotes.stream().allMatch(quote -> !quote.isBlank() && stands(quote))
                && names(sentence, quotes)
                && addsNothing(sentence);
    }

    private boolean stands(String quote) {
        return source.contains(oneLine(quote)) || link.reason().contains(quote);
    }

    /** A sentence that fits any pair says nothing. */
    private boolean names(String sentence, List<String> quotes) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return !quotes.isEmpty()
                || Stream.concat(
                                Stream.of(title),
                                link.evidence().stream().flatMap(evidence -> evidence.shared().stream()))
                        .filter(term -> !term.isBlank())
                        .anyMatch(term -> lower.contains(term.toLowerCase(Locale.ROOT)));
    }

    /** Names and numbers behind the first word have to be known. */
    private boolean addsNothing(String sentence) {
        return WORD.matcher(sentence)
                .results()
                .skip(1)
                .map(match -> match.group())
                .filter(word -> Character.isUpperCase(word.codePointAt(0)) || Character.isDigit(word.codePointAt(0)))
                .allMatch(word -> known.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text).results().forEach(match -> words.add(match.group().toLowerCase(Locale.ROOT)));
        return words;
    }

    private static String text(Profile profile) {
        List<String> parts = new ArrayList<>(List.of(profile.title(), profile.summary()));
        profile.sections().forEach(section -> {
            parts.add(section.heading());
            parts.add(section.text());
        });
        return String.join("\n", parts);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
