package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calls groups of patterns by the phrases that set them apart, by class-based TF-IDF (M. Grootendorst: BERTopic: Neural topic
 * modeling with a class-based TF-IDF procedure, 2022): a phrase weighs {@code tf * ln(1 + A / f)}, where {@code tf} is the share of
 * the group that has it, {@code f} how often all groups have it and {@code A} the number of phrases of a group on average.
 */
final class Labels {

    /** A second phrase is told when it says this share of what the first says, or more. */
    private static final double WORTH_TELLING = 0.5;

    private static final double LONE = 0.1;
    /** Phrases that may come first in a label, should better ones be taken. */
    private static final int CHOICE = 3;

    private final Phrases phrases;
    private final SortedMap<String, Integer> everywhere = new TreeMap<>();
    private final double perGroup;

    /** @param groups slugs of each group; a pattern may be in several or none */
    Labels(Phrases phrases, List<? extends Set<String>> groups) {
        this.phrases = phrases;
        groups.forEach(
                group -> phrases.counts(group).forEach((name, count) -> everywhere.merge(name, count, Integer::sum)));
        long all = everywhere.values().stream().mapToLong(Integer::longValue).sum();
        this.perGroup = groups.isEmpty() ? 0 : (double) all / groups.size();
    }

    /** Labels for a group, the best first; at least one when any of its patterns has a phrase. */
    List<String> of(Set<String> group) {
        List<Weighted> ranked = ranked(group);
        List<String> labels = new ArrayList<>();
        for (Weighted first : ranked.subList(0, Math.min(ranked.size(), CHOICE))) {
            ranked.stream()
                    .filter(second -> !sharesWord(first.name(), second.name()))
                    .findFirst()
                    .filter(second -> second.weight() >= WORTH_TELLING * first.weight())
                    .ifPresent(second ->
                            labels.add(phrases.spelling(first.name()) + " & " + phrases.spelling(second.name())));
            labels.add(phrases.spelling(first.name()));
        }
        return labels;
    }

    private record Weighted(String name, double weight) {}

    private List<Weighted> ranked(Set<String> group) {
        List<Weighted> weighted = new ArrayList<>();
        phrases.counts(group).forEach((name, count) -> {
            // One pattern's phrase names that pattern, not the group.
            double told = count > 1 ? count : LONE;
            double rarity = StrictMath.log(1 + perGroup / everywhere.getOrDefault(name, count));
            weighted.add(new Weighted(name, told * rarity / group.size()));
        });
        weighted.sort(
                Comparator.comparingDouble((Weighted each) -> -each.weight()).thenComparing(Weighted::name));
        return weighted;
    }

    private static boolean sharesWord(String one, String other) {
        Set<String> words = new HashSet<>(Arrays.asList(one.split("-")));
        return !Collections.disjoint(words, Arrays.asList(other.split("-")));
    }
}
