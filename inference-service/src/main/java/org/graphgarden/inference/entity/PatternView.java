package org.graphgarden.inference.entity;

import java.util.BitSet;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;

/**
 * One pattern as the tagger reads it.
 *
 * @param number number of the pattern in its garden
 * @param title its title
 * @param about its summary, or how its text begins
 * @param text title, summary and body in one
 * @param occurrences where the words of the text stand
 * @param headWords different words of title and summary
 * @param keyWords different words of keywords, aliases and tension
 * @param boldWords different words of emphasised phrases
 */
record PatternView(
        int number,
        WordRun title,
        WordRun about,
        WordRun text,
        Occurrences occurrences,
        BitSet headWords,
        BitSet keyWords,
        BitSet boldWords) {

    static PatternView of(int number, Profile profile, Lexicon lexicon) {
        WordRun title = lexicon.read(profile.title());
        WordRun about = lexicon.read(profile.about());
        WordRun text = lexicon.read(wholeText(profile));
        BitSet head = words(title);
        head.or(words(about));
        BitSet keys = words(lexicon.read(String.join(". ", profile.keywords()) + ". "
                + String.join(". ", profile.aliases()) + ". " + profile.tension()));
        BitSet bold = words(lexicon.read(String.join(". ", profile.phrases())));
        return new PatternView(number, title, about, text, new Occurrences(text), head, keys, bold);
    }

    /** Adds every word that {@link #of} will meet. */
    static void addWords(Profile profile, Lexicon lexicon) {
        lexicon.add(wholeText(profile));
        lexicon.add(profile.about());
        lexicon.add(String.join(". ", profile.phrases()));
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
