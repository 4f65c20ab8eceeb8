package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how many patterns groups have in common with other sets of patterns. */
final class Overlaps {
    private final Map<Integer, List<Integer>> groupsOf = new HashMap<>();

    Overlaps(List<Group> groups) {
        for (int group = 0; group < groups.size(); group++) {
            for (int node : groups.get(group).members().keySet()) {
                groupsOf.computeIfAbsent(node, key -> new ArrayList<>(4)).add(group);
            }
        }
    }

    /** By index of a group how many of the patterns are in it; those with none are left out. */
    SortedMap<Integer, Integer> with(Collection<Integer> nodes) {
        SortedMap<Integer, Integer> both = new TreeMap<>();
        for (int node : nodes) {
            groupsOf.getOrDefault(node, List.of()).forEach(group -> both.merge(group, 1, Integer::sum));
        }
        return both;
    }
}
