package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Which patterns name which others in their text. A name of several words may differ in case and plural; a single word must
 * stand exactly as in the title and not begin a sentence, for most single words are also plain words. Of names that begin at
 * one place only the longest counts.
 */
final class Mentions {
    private final List<Map<Integer, Mention>> bySource = new ArrayList<>();
    private final List<List<Integer>> byTarget = new ArrayList<>();
    private final Map<String, List<Owned>> namesByFirstWord = new HashMap<>();

    private Mentions(int patterns) {
        for (int pattern = 0; pattern < patterns; pattern++) {
            byTarget.add(new ArrayList<>());
        }
    }

    static Mentions of(PatternIndex index) {
        Mentions mentions = new Mentions(index.size());
        for (int pattern = 0; pattern < index.size(); pattern++) {
            for (Name name : Name.of(index.profile(pattern))) {
                mentions.namesByFirstWord
                        .computeIfAbsent(name.words().get(0), first -> new ArrayList<>())
                        .add(new Owned(name, pattern));
            }
        }
        mentions.namesByFirstWord
                .values()
                .forEach(names -> names.sort((left, right) -> Integer.compare(
                        right.name.words().size(), left.name.words().size())));
        for (int pattern = 0; pattern < index.size(); pattern++) {
            mentions.scan(pattern, index.profile(pattern));
        }
        return mentions;
    }

    /** How the source first names the target, or null. */
    @Nullable Mention find(int source, int target) {
        return bySource.get(source).get(target);
    }

    /** The patterns that the source names, ascending. */
    Iterable<Integer> namedBy(int source) {
        return bySource.get(source).keySet();
    }

    /** The patterns that name the target, ascending. */
    Iterable<Integer> naming(int target) {
        return byTarget.get(target);
    }

    /** How telling it is to be named: 1 for a pattern that a single other names, 0 for one that all name. */
    double rarity(int target) {
        int patterns = byTarget.size();
        return patterns < 2
                ? 0
                : 1 - StrictMath.log(Math.max(1, byTarget.get(target).size())) / StrictMath.log(patterns);
    }

    private void scan(int source, Profile profile) {
        Map<Integer, Mention> found = new TreeMap<>();
        scan(source, profile.title(), Mention.TITLE, found);
        scan(source, profile.summary(), Mention.SUMMARY, found);
        for (int section = 0; section < profile.sections().size(); section++) {
            scan(source, profile.sections().get(section).text(), section, found);
        }
        found.keySet().forEach(target -> byTarget.get(target).add(source));
        bySource.add(found);
    }

    private void scan(int source, String text, int section, Map<Integer, Mention> found) {
        List<TextWord> words = TextWord.of(text);
        int at = 0;
        while (at < words.size()) {
            at += Math.max(1, longestAt(source, text, section, words, at, found));
        }
    }

    /** Records the longest names that begin at the word, and returns how many words they have. */
    private int longestAt(
            int source, String text, int section, List<TextWord> words, int at, Map<Integer, Mention> found) {
        int longest = 0;
        for (Owned owned : namesByFirstWord.getOrDefault(words.get(at).folded(), List.of())) {
            int length = owned.name.words().size();
            if (length < longest) {
                break;
            }
            if (standsAt(owned.name, text, words, at)) {
                longest = length;
                if (owned.pattern != source) {
                    int end = words.get(at + length - 1).end();
                    Mention mention =
                            new Mention(owned.pattern, 1, section, words.get(at).start(), end);
                    found.merge(owned.pattern, mention, (first, again) -> first.again());
                }
            }
        }
        return longest;
    }

    private static boolean standsAt(Name name, String text, List<TextWord> words, int at) {
        if (at + name.words().size() > words.size()) {
            return false;
        }
        if (!name.exact().isEmpty()) {
            return words.get(at).in(text).equals(name.exact())
                    && !beginsSentence(text, words.get(at).start());
        }
        for (int i = 1; i < name.words().size(); i++) {
            if (!words.get(at + i).folded().equals(name.words().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsSentence(String text, int start) {
        int at = start - 1;
        while (at >= 0 && !Character.isLetterOrDigit(text.charAt(at))) {
            if (".!?:\n".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
            at--;
        }
        return at < 0;
    }

    private record Owned(Name name, int pattern) {}
}
