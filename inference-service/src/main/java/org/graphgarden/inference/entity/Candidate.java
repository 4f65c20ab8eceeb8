package org.graphgarden.inference.entity;

import java.util.Locale;
import org.graphgarden.inference.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something a pattern may be about.
 *
 * @param id canonical id
 * @param words its canonical words, at least one
 * @param spelling how the pattern spells it; empty when it comes from the vocabulary
 * @param concept the garden's concept of this id that other patterns hold, if any
 * @param person whether it is spelled as a person's name in the text
 */
record Candidate(
        String id, int[] words, String spelling, @Nullable Concept concept, boolean person) {

    /** How it is shown: as other patterns spell it or else as this one does, in title case. */
    String label(int pattern) {
        return concept == null ? titleCase(spelling) : concept.labelWithout(pattern);
    }

    /** Whether the pattern spells one of its words with a capital. */
    boolean hasCapital() {
        return spelling.chars().anyMatch(Character::isUpperCase);
    }

    private static String titleCase(String spelling) {
        StringBuilder label = new StringBuilder(spelling.length());
        boolean start = true;
        for (String word : spelling.split("(?<=[ -])")) {
            boolean small = !start && Words.isStopWord(word.strip().toLowerCase(Locale.ROOT));
            label.append(small ? word : capital(word));
            start = false;
        }
        return label.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
