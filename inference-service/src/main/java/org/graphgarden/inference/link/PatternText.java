package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.profile.Profile;

/**
 * All that a pattern says in whole words, as one text: its title, its summary, then its sections (without headings), each on lines of
 * its own.
 *
 * @param text the text
 * @param starts where title, summary and each section begin in it
 */
record PatternText(String text, List<Integer> starts) {
    static PatternText of(Profile profile) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        append(profile.title(), text, starts);
        append(profile.summary(), text, starts);
        profile.sections().forEach(section -> append(section.text(), text, starts));
        return new PatternText(text.toString(), starts);
    }

    private static void append(String piece, StringBuilder text, List<Integer> starts) {
        starts.add(text.length());
        text.append(piece).append('\n');
    }

    /** The mention of a target at this place, in terms of the piece in which it stands. */
    Mention mention(int target, int start, int end) {
        int piece = starts.size() - 1;
        while (starts.get(piece) > start) {
            piece--;
        }
        int section = piece == 0 ? Mention.TITLE : piece == 1 ? Mention.SUMMARY : piece - 2;
        return new Mention(target, 1, section, start - starts.get(piece), end - starts.get(piece));
    }
}
