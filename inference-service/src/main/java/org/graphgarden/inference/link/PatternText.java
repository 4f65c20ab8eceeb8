package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Seams;

/**
 * All that a pattern says in whole words, as one text: its title, its summary, then its sections (without headings), each on lines of
 * its own.
 *
 * @param text the text
 * @param starts where title, summary and each section begin in it
 * @param seams where it leaves the file
 */
record PatternText(String text, List<Integer> starts, Seams seams) {
    private static final int BEGINNING = 700;

    static PatternText of(Profile profile) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        append(profile.title(), text, starts);
        append(profile.summary(), text, starts);
        profile.sections().forEach(section -> append(section.text(), text, starts));
        return new PatternText(text.toString(), starts, profile.seams());
    }

    private static void append(String piece, StringBuilder text, List<Integer> starts) {
        starts.add(text.length());
        text.append(piece).append('\n');
    }

    /** Where the title ends. */
    int titleEnd() {
        return starts.get(1) - 1;
    }

    /** Where what the pattern says first of itself ends: its summary or, without one, the beginning of its text. */
    int aboutEnd() {
        int sections = starts.size() > 2 ? starts.get(2) : text.length();
        return sections - starts.get(1) > 1 ? sections - 1 : Math.min(text.length(), sections + BEGINNING);
    }

    /** The section to which an offset belongs: an index into the profile's sections, or {@link Mention#TITLE} and so on. */
    int section(int offset) {
        int piece = starts.size() - 1;
        while (starts.get(piece) > offset) {
            piece--;
        }
        return piece == 0 ? Mention.TITLE : piece == 1 ? Mention.SUMMARY : piece - 2;
    }

    /** The mention of a target at this place, in terms of the piece in which it stands. */
    Mention mention(int target, int start, int end) {
        int section = section(start);
        int piece = startOf(section);
        return new Mention(target, 1, section, start - piece, end - piece);
    }

    /** Where a section begins, or title or summary. */
    int startOf(int section) {
        return starts.get(section + 2);
    }
}
