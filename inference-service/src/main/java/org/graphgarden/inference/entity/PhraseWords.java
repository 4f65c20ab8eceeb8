package org.graphgarden.inference.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.text.Canonical;
import org.graphgarden.inference.text.TextResource;

/** Knows where in a label a word cannot stand, by lists and endings of English words. A label that does it is a piece of a sentence. */
final class PhraseWords {
    private static final Set<String> NEVER = words("NEVER");
    private static final Set<String> EDGE = words("EDGE");
    private static final Set<String> LAST = words("LAST");
    private static final Set<String> NO_ADVERBS = Set.of(
            "family",
            "assembly",
            "supply",
            "reply",
            "ally",
            "rally",
            "monopoly",
            "anomaly",
            "butterfly",
            "daily",
            "weekly",
            "monthly",
            "friendly",
            "elderly",
            "early",
            "july",
            "jelly",
            "fly",
            "bully",
            "only",
            "folly",
            "belly",
            "multiply");
    private static final Set<String> NO_PARTICIPLES = Set.of(
            "speed",
            "breed",
            "creed",
            "greed",
            "bleed",
            "weed",
            "seed",
            "feed",
            "shed",
            "hundred",
            "seabed",
            "flatbed",
            "newsfeed");
    private static final Set<String> NO_ADJECTIVES = Set.of(
            "table", "variable", "vegetable", "cable", "deliverable", "timetable", "wearable", "handful", "stable");
    private static final List<String> ADJECTIVE_ENDS = List.of("ful", "less", "ous", "ible", "able");

    private PhraseWords() {}

    private static Set<String> words(String kind) {
        Set<String> words = new HashSet<>();
        for (String line : TextResource.lines(PhraseWords.class, "phrase-words.txt")) {
            List<String> parts = List.of(line.split(" +"));
            if (parts.get(0).equals(kind)) {
                parts.stream()
                        .skip(1)
                        .map(word -> Canonical.word(word.replace("'", "")))
                        .forEach(words::add);
            }
        }
        return words;
    }

    /** Whether a canonical word can stand anywhere in a label. */
    static boolean mayStand(String word) {
        boolean adverb = word.length() > 4 && word.endsWith("ly") && !NO_ADVERBS.contains(word);
        return !adverb && !NEVER.contains(word) && word.chars().anyMatch(Character::isLetter);
    }

    /** Whether it can be the first word of a longer label. */
    static boolean mayBegin(String word) {
        return mayStand(word) && !EDGE.contains(word);
    }

    /** Whether it can stand between others. */
    static boolean mayJoin(String word) {
        return mayBegin(word) || (mayStand(word) && isParticiple(word));
    }

    /** Whether it can be a label by itself. A form of "doing" is one only of what people have a noun for. */
    static boolean mayBeAlone(String word) {
        String stem = word.endsWith("ing") ? word.substring(0, word.length() - 3) : word;
        return mayEnd(word) && !EDGE.contains(stem) && !EDGE.contains(stem + "e");
    }

    /** Whether it can be the last word. */
    static boolean mayEnd(String word) {
        return mayBegin(word) && !LAST.contains(word) && !isParticiple(word) && !isAdjective(word);
    }

    private static boolean isParticiple(String word) {
        return word.length() > 4 && word.endsWith("ed") && !NO_PARTICIPLES.contains(word);
    }

    private static boolean isAdjective(String word) {
        return word.length() > 5
                && !NO_ADJECTIVES.contains(word)
                && ADJECTIVE_ENDS.stream().anyMatch(word::endsWith);
    }
}
