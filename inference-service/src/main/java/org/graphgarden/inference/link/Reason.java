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
    static List<String> proposals(
            Profile source,
            Profile target,
            @Nullable Quote mention,
            @Nullable Quote answer,
            List<SharedPhrase> shared) {
        List<String> proposals = new ArrayList<>();
        String title = shortened(target.title(), LONGEST_TITLE);
        if (mention != null) {
            addMention(mention, title, proposals);
        }
        if (answer != null) {
            proposals.add(
                    answer.inTitle()
                            ? "The title of " + title + " names this pattern."
                            : title + " names this pattern" + under(answer) + ".");
        }
        addShared(shared, title, proposals);
        if (!source.domains().isEmpty()
                && !source.summary().isEmpty()
                && !target.summary().isEmpty()) {
            String domain = source.domains().get(0);
            if (target.domains().contains(domain)) {
                proposals.add("Both summaries are about much the same, and both stand under " + domain + ".");
            }
        }
        proposals.add("It is close in meaning to " + title + ".");
        proposals.add("It is close in meaning to " + shortened(target.slug(), 120) + ".");
        return proposals;
    }

    private static void addMention(Quote mention, String title, List<String> proposals) {
        if (mention.inTitle()) {
            proposals.add("Its title names " + title + ".");
        } else if (mention.saysMore()) {
            proposals.add("It says: “" + mention.shown() + "”.");
        }
        proposals.add("It names " + title + under(mention) + ".");
    }

    private static String under(Quote quote) {
        return quote.section().isEmpty() ? "" : " under “" + shortened(quote.section(), 50) + "”";
    }

    private static void addShared(List<SharedPhrase> shared, String title, List<String> proposals) {
        List<SharedPhrase> phrases =
                shared.stream().filter(phrase -> phrase.length() > 1).toList();
        List<SharedPhrase> best = phrases.size() > 1 ? phrases : shared;
        List<String> all = best.stream()
                .map(phrase -> phrases.isEmpty() ? phrase.text() : "“" + phrase.text() + "”")
                .toList();
        int least = phrases.isEmpty() ? 3 : 2;
        if (all.size() >= least) {
            String verb = best.get(0).marked() ? "Both turn on " : "Both speak of ";
            proposals.add(verb + listed(all.subList(0, least)) + ".");
            for (int last = least; last < all.size(); last++) {
                List<String> other = new ArrayList<>(all.subList(0, least - 1));
                other.add(all.get(last));
                proposals.add(verb + listed(other) + ".");
            }
        }
        if (!all.isEmpty()) {
            proposals.add("Like " + title + ", it speaks of " + all.get(0) + ".");
        }
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
