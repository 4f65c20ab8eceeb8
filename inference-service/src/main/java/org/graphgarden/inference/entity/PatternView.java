package org.graphgarden.inference.entity;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;

/**
 * One pattern as the tagger reads it.
 *
 * @param number number of the pattern in the garden's vocabulary, or {@link org.graphgarden.inference.index.Patterns#NONE}
 * @param title its title
 * @param about its summary, or how its text begins
 * @param occurrences where the words of title, summary and body stand
 * @param headWords different words of title and summary
 * @param keyWords different words of keywords, aliases and tension
 * @param boldWords different words of emphasised phrases
 * @param headings its headings
 * @param names persons' names in its text
 */
record PatternView(
        int number,
        WordRun title,
        WordRun about,
        Occurrences occurrences,
        BitSet headWords,
        BitSet keyWords,
        BitSet boldWords,
        WordRun headings,
        List<WordRun> names) {

    /** Takes the text as {@link #addText} numbered it. */
    static PatternView of(int number, Profile profile, int[] text, Lexicon lexicon) {
        WordRun title = lexicon.read(profile.title());
        WordRun about = lexicon.read(profile.about());
        BitSet head = words(title);
        head.or(words(about));
        BitSet keys = words(lexicon.read(String.join(". ", profile.keywords()) + ". "
                + String.join(". ", profile.aliases()) + ". " + profile.tension()));
        BitSet bold = words(lexicon.read(String.join(". ", profile.phrases())));
        WordRun headings = lexicon.read(
                profile.sections().stream().map(TextSection::heading).collect(Collectors.joining(". ")));
        List<WordRun> names = PersonNames.in(wholeText(profile)).stream()
                .map(name -> lexicon.read(name.replace(".", "")))
                .toList();
        return new PatternView(number, title, about, new Occurrences(text), head, keys, bold, headings, names);
    }

    /** Adds every word that {@link #of} will meet. Returns the whole text as numbers, for reading it once is work enough. */
    static int[] addText(Profile profile, Lexicon lexicon) {
        int[] text = lexicon.add(wholeText(profile)).words();
        lexicon.add(profile.about());
        lexicon.add(String.join(". ", profile.phrases()));
        return text;
    }

    /** The whole text of a pattern that came later, as numbers; words that the lexicon does not know are unknown. */
    static int[] readText(Profile profile, Lexicon lexicon) {
        return lexicon.read(wholeText(profile)).words();
    }

    /** Different words of title and summary. */
    static BitSet headWords(Profile profile, Lexicon lexicon) {
        BitSet head = words(lexicon.read(profile.title()));
        head.or(words(lexicon.read(profile.about())));
        return head;
    }

    /** Everything of a profile that the tagger reads, as one text. */
    static String wholeText(Profile profile) {
        StringBuilder text = new StringBuilder();
        text.append(profile.title()).append(".\n").append(profile.summary());
        for (TextSection section : profile.sections()) {
            text.append(".\n").append(section.heading()).append(".\n").append(section.text());
        }
        text.append(".\n").append(String.join(". ", profile.keywords()));
        text.append(".\n").append(String.join(". ", profile.aliases()));
        return text.append(".\n").append(profile.tension()).toString();
    }

    static BitSet words(WordRun run) {
        BitSet words = new BitSet();
        for (int at = 0; at < run.length(); at++) {
            if (run.word(at) >= 0) {
                words.set(run.word(at));
            }
        }
        return words;
    }
}
