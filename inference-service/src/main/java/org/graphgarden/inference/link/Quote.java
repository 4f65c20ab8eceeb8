package org.graphgarden.inference.link;

import org.graphgarden.inference.profile.Profile;

/**
 * The words around a mention, verbatim.
 *
 * @param section heading of the section they stand in; empty for title and summary
 * @param text the words, on one line; at most {@link #LONGEST} characters
 * @param shown the words as a reason shows them: without the stop at the end, with an ellipsis where the sentence was cut
 * @param start offset of the mention in them
 * @param inTitle whether they stand in the title
 */
record Quote(String section, String text, String shown, int start, boolean inTitle) {
    /** Leaves room for the reason around it. */
    static final int LONGEST = 130;

    private static final int LEAST_WORDS = 5;

    static Quote of(Profile profile, Mention mention) {
        String text = text(profile, mention.section());
        int from = sentenceStart(text, mention.start());
        int to = sentenceEnd(text, mention.end());
        int first = from;
        int last = to;
        if (to - from > LONGEST) {
            int spare = Math.max(0, LONGEST - (mention.end() - mention.start()));
            from = Math.max(from, wordStart(text, mention.start() - spare / 2, mention.start()));
            to = Math.min(to, wordEnd(text, from + LONGEST, mention.end()));
        }
        String section = mention.section() < 0
                ? ""
                : profile.sections().get(mention.section()).heading();
        String quoted = text.substring(from, Math.min(to, from + LONGEST));
        String shown =
                (from > first ? "…" : "") + (from + quoted.length() < last ? quoted.strip() + "…" : ended(quoted));
        return new Quote(section, quoted, shown, mention.start() - from, mention.section() == Mention.TITLE);
    }

    /** What stands before the mention. */
    String before() {
        return text.substring(0, Math.min(start, text.length()));
    }

    /** Whether they say more than the name itself: at least five words. */
    boolean saysMore() {
        return text.split("\\s+").length >= LEAST_WORDS;
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String text(Profile profile, int section) {
        return switch (section) {
            case Mention.TITLE -> profile.title();
            case Mention.SUMMARY -> profile.summary();
            default -> profile.sections().get(section).text();
        };
    }

    private static int sentenceStart(String text, int at) {
        int start = at;
        while (start > 0 && !endsSentence(text, start - 1)) {
            start--;
        }
        while (start < at && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int sentenceEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n') {
            if (endsSentence(text, end)) {
                return end + 1;
            }
            end++;
        }
        return end;
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        boolean stop = c == '.' || c == '!' || c == '?';
        return c == '\n' || stop && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }

    private static int wordStart(String text, int wanted, int latest) {
        int at = Math.max(0, wanted);
        while (at > 0 && at < latest && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int wanted, int earliest) {
        int at = Math.min(text.length(), wanted);
        while (at > earliest && at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }
}
