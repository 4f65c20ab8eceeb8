package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls groups of patterns by the phrases that set them apart, by class-based TF-IDF (M. Grootendorst: BERTopic: Neural topic
 * modeling with a class-based TF-IDF procedure, 2022): a phrase weighs {@code tf * ln(1 + A / f)}, where {@code tf} is the share of
 * the group that has it, {@code f} how often all groups have it and {@code A} the number of phrases of a group on average.
 */
final class Labels {

    /** A second phrase is told when it says this share of what the first says, or more. */
    private static final double WORTH_TELLING = 0.5;
    /** Several words tell more than one. */
    private static final double SEVERAL_WORDS = 1.25;
    /** A phrase of fewer patterns than this share of a group does not name it. */
    private static final double FEWEST = 0.08;
    /** Phrases that may come first in a label, should better ones be taken. */
    private static final int CHOICE = 4;
    /** Words that begin with as many of the same letters say much the same. */
    private static final int SAME_WORD = 5;

    private final Phrases phrases;
    private final Map<String, Integer> everywhere = new HashMap<>();
    private final double perGroup;

    private Labels(Phrases phrases, List<Map<String, Integer>> counts) {
        this.phrases = phrases;
        long all = 0;
        for (Map<String, Integer> group : counts) {
            for (Map.Entry<String, Integer> each : group.entrySet()) {
                everywhere.merge(each.getKey(), each.getValue(), Integer::sum);
                all += each.getValue();
            }
        }
        this.perGroup = (double) all / Math.max(1, counts.size());
    }

    /** Labels for each group, the best first; none when no phrase is shared by enough of its patterns. */
    static List<List<String>> of(Phrases phrases, List<Group> groups) {
        List<Map<String, Integer>> counts = groups.stream()
                .map(group -> phrases.counts(group.members().keySet()))
                .toList();
        Labels labels = new Labels(phrases, counts);
        List<List<String>> all = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            all.add(labels.of(counts.get(group), groups.get(group).members().size()));
        }
        return all;
    }

    private List<String> of(Map<String, Integer> counts, int size) {
        List<Weighted> ranked = ranked(counts, size);
        List<String> labels = new ArrayList<>();
        for (Weighted first : ranked.subList(0, Math.min(ranked.size(), CHOICE))) {
            ranked.stream()
                    .filter(second -> !related(first.name(), second.name()))
                    .findFirst()
                    .filter(second -> second.weight() >= WORTH_TELLING * first.weight())
                    .ifPresent(second ->
                            labels.add(phrases.spelling(first.name()) + " & " + phrases.spelling(second.name())));
            labels.add(phrases.spelling(first.name()));
        }
        return labels;
    }

    private record Weighted(String name, double weight) {
        static final Comparator<Weighted> ORDER =
                Comparator.comparingDouble((Weighted each) -> -each.weight()).thenComparing(Weighted::name);
    }

    private List<Weighted> ranked(Map<String, Integer> counts, int size) {
        List<Weighted> weighted = new ArrayList<>();
        counts.forEach((name, count) -> {
            // One pattern's phrase names that pattern, not the group.
            if (count > 1 && count >= FEWEST * size) {
                double rarity = StrictMath.log(1 + perGroup / everywhere.getOrDefault(name, count));
                double words = name.indexOf('-') < 0 ? 1 : SEVERAL_WORDS;
                weighted.add(new Weighted(name, words * count * rarity / size));
            }
        });
        weighted.sort(Weighted.ORDER);
        return weighted;
    }

    private static boolean related(String one, String other) {
        for (String word : one.split("-")) {
            for (String another : other.split("-")) {
                int same = Math.min(SAME_WORD, Math.max(word.length(), another.length()));
                if (word.regionMatches(0, another, 0, same)) {
                    return true;
                }
            }
        }
        return false;
    }
}
