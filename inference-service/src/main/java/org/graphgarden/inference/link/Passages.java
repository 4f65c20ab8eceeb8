package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Sentences;
import org.jspecify.annotations.Nullable;

/** The sentences of one pattern, searched for the one that says most of what it shares with another. */
final class Passages {
    private static final int NONE = -1;
    private static final int LONGEST_LABEL = 60;
    private static final int FEWEST_WORDS = 5;
    private static final int TRIED = 8;
    /** Sentences that begin so lean on the one before. */
    private static final Pattern LEANS = Pattern.compile("^(This|That|These|Those|It|They|Such|He|She|Here|There)\\b");

    private static final double LEANING = 0.8;
    private static final double TOLD_BEFORE = 0.6;
    private static final double LEADING = 1.3;

    private final Profile profile;
    private final PatternText text;
    private final Tokens tokens;
    private final int[] words;
    private final ReadText.Lead lead;
    private final List<Sentence> sentences = new ArrayList<>();
    /** By token. */
    private final int[] sentenceOf;
    /** By token: the next one of the same word. */
    private final int[] next;

    private final List<Excerpt.Mark> emphasised;
    private final Set<String> quoted = new HashSet<>();

    private record Sentence(int from, int to, double worth) {}

    private record Promise(int sentence, List<Excerpt.Mark> marks, double worth) {}

    Passages(Profile profile, PatternText text, Tokens tokens, ReadText read) {
        this.profile = profile;
        this.text = text;
        this.tokens = tokens;
        words = read.tokens();
        lead = read.lead();
        sentenceOf = new int[words.length];
        Arrays.fill(sentenceOf, NONE);
        next = nexts(words);
        readSentences();
        emphasised = emphasised(profile.phrases(), text);
    }

    /** Where stressed phrases first stand. What is told around one, or is nothing else, is mostly a list's heading or a formula. */
    private static List<Excerpt.Mark> emphasised(List<String> phrases, PatternText text) {
        List<Excerpt.Mark> found = new ArrayList<>();
        int sections = text.titleEnd();
        for (String phrase : phrases) {
            int at = text.text().indexOf(phrase, sections);
            if (at >= 0) {
                found.add(new Excerpt.Mark(at, at + phrase.length(), 0));
            }
        }
        return found;
    }

    private static int[] nexts(int[] words) {
        int[] next = new int[words.length];
        Map<Integer, Integer> seen = new HashMap<>();
        for (int at = words.length - 1; at >= 0; at--) {
            if (words[at] >= 0) {
                Integer later = seen.put(words[at], at);
                next[at] = later == null ? NONE : later;
            }
        }
        return next;
    }

    private void readSentences() {
        String all = text.text();
        int from = text.titleEnd() + 1;
        while (from < all.length()) {
            int to = all.indexOf('\n', from);
            int at = from;
            for (String sentence : Sentences.of(all.substring(from, to))) {
                int start = all.indexOf(sentence, at);
                at = start + sentence.length();
                add(start == from ? start + label(sentence) : start, at);
            }
            from = to + 1;
        }
    }

    /** The length of a label such as "Steady hands:" at the beginning of a line. */
    static int label(String line) {
        int colon = line.indexOf(": ");
        return colon > 0 && colon <= LONGEST_LABEL ? colon + 2 : 0;
    }

    private void add(int from, int to) {
        int first = tokens.from(from);
        int last = tokens.from(to);
        if (IntStream.range(first, last).filter(at -> words[at] >= 0).count() < FEWEST_WORDS
                || !Character.isLetterOrDigit(text.text().charAt(from))) {
            return;
        }
        boolean leans = LEANS.matcher(text.text()).region(from, to).find();
        Arrays.fill(sentenceOf, first, last, sentences.size());
        sentences.add(new Sentence(from, to, (leans ? LEANING : 1) * (first < lead.about() ? LEADING : 1)));
    }

    /** The most telling quotation of at most so many characters, or null when no sentence that can be quoted has any of the phrases. */
    @Nullable Quote about(List<SharedPhrase> phrases, int longest) {
        Map<Integer, List<Excerpt.Mark>> marks = marks(phrases);
        Quote best = null;
        double most = 0;
        List<Promise> promising = marks.entrySet().stream()
                .map(each -> promise(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble(Promise::worth).reversed().thenComparingInt(Promise::sentence))
                .limit(TRIED)
                .toList();
        for (Promise each : promising) {
            if (each.worth <= most) {
                // An excerpt is worth no more than its sentence promises.
                break;
            }
            Sentence sentence = sentences.get(each.sentence);
            Excerpt excerpt = Excerpt.of(text, sentence.from, sentence.to, each.marks, false, longest);
            if (excerpt != null && emphasised.stream().noneMatch(excerpt::crosses)) {
                Quote quote = Quote.of(heading(sentence.from), text.text(), sentence.from, sentence.to, excerpt);
                double value = quote.value() * sentence.worth * (quoted.contains(quote.text()) ? TOLD_BEFORE : 1);
                if (value > most) {
                    best = quote;
                    most = value;
                }
            }
        }
        if (best != null) {
            quoted.add(best.text());
        }
        return best;
    }

    private Promise promise(int sentence, List<Excerpt.Mark> marks) {
        double weight = marks.stream().mapToDouble(Excerpt.Mark::weight).sum();
        return new Promise(sentence, marks, sentences.get(sentence).worth * weight);
    }

    private Map<Integer, List<Excerpt.Mark>> marks(List<SharedPhrase> phrases) {
        Map<Integer, List<Excerpt.Mark>> marks = new HashMap<>();
        for (SharedPhrase phrase : phrases) {
            int last = NONE;
            for (int at = phrase.from(); at != NONE; at = next[at]) {
                if (sentenceOf[at] != NONE && sentenceOf[at] != last && stands(phrase, at)) {
                    last = sentenceOf[at];
                    int end = at + phrase.to() - phrase.from() - 1;
                    int stop = Tokens.endOfWord(text.text(), tokens.start(end));
                    Excerpt.Mark mark = new Excerpt.Mark(tokens.start(at), stop, phrase.score());
                    marks.computeIfAbsent(last, any -> new ArrayList<>(4)).add(mark);
                }
            }
        }
        return marks;
    }

    private boolean stands(SharedPhrase phrase, int at) {
        int length = phrase.to() - phrase.from();
        return at + length <= words.length && Arrays.equals(words, at, at + length, words, phrase.from(), phrase.to());
    }

    private String heading(int offset) {
        int section = text.section(offset);
        return section < 0 ? "" : profile.sections().get(section).heading();
    }
}
