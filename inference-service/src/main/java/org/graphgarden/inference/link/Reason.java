package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Phrases why two patterns are linked: plain English on one line, at most {@link #LONGEST} characters. */
final class Reason {
    static final int LONGEST = 160;
    private static final int LONGEST_TITLE = 60;

    private Reason() {}

    /** Sentences that are true of the pair, the most telling first. The last is unlike any of another target. */
    static List<String> proposals(Profile target, @Nullable Quote mention, @Nullable Quote answer, List<String> terms) {
        List<String> proposals = new ArrayList<>();
        String title = shortened(target.title(), LONGEST_TITLE);
        if (mention != null) {
            proposals.add(
                    mention.inTitle() ? "Its title names " + title + "." : "It says: “" + ended(mention.text()) + "”.");
            proposals.add("It names " + title + ".");
        }
        if (answer != null) {
            String where = answer.section().isEmpty() ? "" : " under “" + shortened(answer.section(), 50) + "”";
            proposals.add(title + " names this pattern" + where + ".");
        }
        for (int count = 2; count <= Math.min(4, terms.size()); count++) {
            proposals.add("Both deal with " + listed(terms.subList(0, count)) + ".");
        }
        if (!terms.isEmpty()) {
            proposals.add("Like " + title + ", it deals with " + terms.get(0) + ".");
        }
        proposals.add("It is close in meaning to " + title + ".");
        proposals.add("It is close in meaning to " + shortened(target.slug(), 120) + ".");
        return proposals;
    }

    /** The first sentence that fits and was not used yet. */
    static String first(List<String> proposals, Set<String> used) {
        return proposals.stream()
                .map(Reason::plain)
                .filter(sentence -> sentence.length() <= LONGEST && !used.contains(sentence))
                .findFirst()
                .orElseGet(() -> numbered(plain(proposals.get(proposals.size() - 1)), used));
    }

    /** Slugs longer than a sentence that differ only at their ends still get sentences of their own. */
    private static String numbered(String sentence, Set<String> used) {
        int number = 2;
        while (used.contains(sentence.replaceAll("\\.$", " (" + number + ")."))) {
            number++;
        }
        return sentence.replaceAll("\\.$", " (" + number + ").");
    }

    private static String listed(List<String> terms) {
        int last = terms.size() - 1;
        return String.join(", ", terms.subList(0, last)) + " and " + terms.get(last);
    }

    private static String ended(String quote) {
        return quote.endsWith(".") ? quote.substring(0, quote.length() - 1) : quote;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }

    /** Without line breaks, control characters and other things that a YAML writer would have to escape. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) || c == 0xFEFF ? ' ' : c)
                .map(c -> c == '"' ? '\'' : c == '\\' ? '/' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString().replaceAll(" {2,}", " ").strip();
    }
}
