package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Phrases why two patterns are linked: plain English on one line, at most {@link #LONGEST} characters. */
final class Reason {
    static final int LONGEST = 160;
    static final int LONGEST_TITLE = 60;
    private static final int MOST_LISTS = 6;
    private static final double NEARLY = 0.25;

    private Reason() {}

    /**
     * What can be said of a pair.
     *
     * @param mention the source's words that name the target
     * @param answer the target's words that name the source
     * @param shared what both speak of, most telling first
     * @param said the source's words on that
     */
    record Grounds(
            Profile source,
            Profile target,
            @Nullable Quote mention,
            @Nullable Quote answer,
            List<SharedPhrase> shared,
            @Nullable Quote said) {
        /** The title of the target, shortened. */
        String title() {
            return shortened(target.title(), LONGEST_TITLE);
        }
    }

    /** How a sentence about these phrases begins. */
    static String opening(List<SharedPhrase> phrases) {
        boolean about = phrases.get(0).isAboutBoth();
        boolean title = phrases.get(0).inATitle();
        String verb = about && title
                ? "Both are about "
                : about ? "Both deal with " : title ? "Both take up " : "Both speak of ";
        return verb + listed(phrases.stream().map(SharedPhrase::text).toList());
    }

    /** Sentences that are true of the pair, the most telling first. The last is unlike any of another target. */
    static List<String> proposals(Grounds grounds) {
        List<String> proposals = new ArrayList<>();
        String title = grounds.title();
        addMention(grounds.mention(), "It", proposals);
        addMention(grounds.answer(), title, proposals);
        addShared(grounds, proposals);
        Profile source = grounds.source();
        if (!source.domains().isEmpty()
                && grounds.target().domains().contains(source.domains().get(0))) {
            proposals.add("Like " + title + ", it stands under "
                    + source.domains().get(0) + ", and is close to it in meaning.");
        }
        proposals.add("It is close in meaning to " + title + ".");
        proposals.add("It is close in meaning to " + shortened(grounds.target().slug(), 120) + ".");
        return proposals;
    }

    private static void addMention(@Nullable Quote mention, String who, List<String> proposals) {
        if (mention != null) {
            String topic = mention.topic().isEmpty() ? "" : " of " + mention.topic();
            proposals.add(who + " says" + topic + ": “" + mention.shown() + "”.");
        }
    }

    /**
     * The best phrases, if they are about as telling as the first; at least one. A single word of a title says so little that any will do
     * beside it.
     */
    static List<SharedPhrase> best(List<SharedPhrase> shared, int most) {
        SharedPhrase first = shared.get(0);
        double least = first.length() == 1 && first.inATitle() ? 0 : first.score() * NEARLY;
        return shared.stream()
                .limit(most)
                .filter(phrase -> phrase.score() >= least)
                .toList();
    }

    private static void addShared(Grounds grounds, List<String> proposals) {
        List<SharedPhrase> shared = grounds.shared();
        if (shared.isEmpty()) {
            return;
        }
        Quote said = grounds.said();
        if (said != null) {
            proposals.add(opening(said(shared, said)) + ": “" + said.shown() + "”.");
            proposals.add(opening(best(shared, 2)) + ": “" + said.shown() + "”.");
            proposals.add(opening(shared.subList(0, 1)) + ": “" + said.shown() + "”.");
        }
        for (int last = 3; last <= Math.min(MOST_LISTS, shared.size()); last++) {
            List<SharedPhrase> named = new ArrayList<>(shared.subList(0, 2));
            named.add(shared.get(last - 1));
            proposals.add(opening(named) + ".");
        }
        proposals.add(opening(best(shared, 2)) + ".");
        proposals.add(
                "Like " + grounds.title() + ", it speaks of " + shared.get(0).text() + ".");
    }

    /** The best phrase, and of those about as telling the best that is quoted. */
    private static List<SharedPhrase> said(List<SharedPhrase> shared, Quote quote) {
        String words = quote.shown().toLowerCase(Locale.ROOT);
        List<SharedPhrase> best = best(shared, MOST_LISTS);
        Optional<SharedPhrase> quoted = best.stream()
                .skip(1)
                .filter(phrase -> words.contains(phrase.text().toLowerCase(Locale.ROOT)))
                .findFirst();
        return quoted.map(phrase -> List.of(best.get(0), phrase)).orElseGet(() -> best(shared, 2));
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
        if (last == 0) {
            return terms.get(0);
        }
        return String.join(", ", terms.subList(0, last)) + " and " + terms.get(last);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }

    /** Without line breaks, control characters and other things that a YAML writer would have to escape. */
    private static String plain(String text) {
        if (text.chars()
                        .allMatch(
                                c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\' || c == '“' || c == '”' || c == '…')
                && !text.contains("  ")) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) || c == 0xFEFF ? ' ' : c)
                .map(c -> c == '"' ? '\'' : c == '\\' ? '/' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString().replaceAll(" {2,}", " ").strip();
    }
}
