package org.graphgarden.pruner.community;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often something is spelled one way or another. */
final class Spellings {

    private final SortedMap<String, Integer> counts = new TreeMap<>();

    void add(String spelling) {
        counts.merge(spelling, 1, Integer::sum);
    }

    /** The most frequent spelling; of several the first by code units. */
    String mostFrequent(String whenNone) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(whenNone);
    }
}
