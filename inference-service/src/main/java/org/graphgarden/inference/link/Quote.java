package org.graphgarden.inference.link;

import java.util.List;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Words of a pattern, verbatim.
 *
 * @param section heading of the section they stand in; empty for title and summary
 * @param text the words, on one line
 * @param shown the words as a reason shows them: without the stop at the end, with an ellipsis where the sentence was cut
 * @param topic the label of the line, when the quotation is what follows a label that names the other pattern; else empty
 * @param value how telling they are
 */
record Quote(String section, String text, String shown, String topic, double value) {
    private static final String STOPS = ".,;:–—- ";

    /** What is quoted of a sentence. */
    static Quote of(String section, String text, int from, int to, Excerpt excerpt) {
        String words = text.substring(excerpt.from(), excerpt.to()).strip();
        int end = words.length();
        while (end > 0 && STOPS.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        String before = hasWords(text, from, excerpt.from()) ? "…" : "";
        String after = hasWords(text, excerpt.to(), to) ? "…" : "";
        String shown = before + words.substring(0, end) + after;
        return new Quote(section, words, shown, "", excerpt.value());
    }

    /** The words around a mention, at most so many characters; null when they cannot be quoted or the mention is the title's. */
    static @Nullable Quote of(Profile profile, Mention mention, int longest) {
        if (mention.section() == Mention.TITLE) {
            return null;
        }
        PatternText all = PatternText.of(profile);
        String text = all.text();
        int start = all.startOf(mention.section()) + mention.start();
        int end = all.startOf(mention.section()) + mention.end();
        int from = Sentences.startOf(text, start);
        int to = Sentences.endOf(text, from, end);
        int label = Passages.label(text.substring(from, to));
        boolean labelled = label > 0 && startsLine(text, from);
        boolean topic = labelled && end <= from + label;
        int first = labelled ? from + label : from;
        Excerpt.Mark mark = topic ? new Excerpt.Mark(first, wordEnd(text, first), 1) : new Excerpt.Mark(start, end, 1);
        int room = topic ? longest - label : longest;
        Excerpt excerpt = start < first && !topic ? null : Excerpt.of(all, first, to, List.of(mark), true, room);
        if (excerpt == null) {
            return null;
        }
        String section = mention.section() < 0
                ? ""
                : profile.sections().get(mention.section()).heading();
        Quote quote = of(section, text, first, to, excerpt);
        return topic ? quote.on(text.substring(from, first - 2)) : quote;
    }

    private static boolean hasWords(String text, int from, int to) {
        return text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private Quote on(String label) {
        return new Quote(section, text, shown, label, value);
    }

    private static boolean startsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private static int wordEnd(String text, int from) {
        int end = text.indexOf(' ', from);
        return end < 0 ? text.length() : end;
    }
}
