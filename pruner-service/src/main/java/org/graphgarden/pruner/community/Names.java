package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.format.CommunityEntry;

/**
 * Names groups of patterns so that they keep their names from cycle to cycle: a group takes over the id and label of the community
 * in the files that it has most in common with; only a group without such a forerunner is named anew.
 */
final class Names {

    /** Share of two groups' patterns that have to be in both, for one to be the other's heir. */
    private static final double HEIR = 0.5;

    private final List<Standing> standing;
    private final Labels labels;
    private final Set<String> taken;

    /**
     * @param standing per slug what stands in its section
     * @param taken ids that are not to be given
     */
    Names(SortedMap<String, List<CommunityEntry>> standing, Labels labels, Set<String> taken) {
        this.standing = Standing.of(standing);
        this.labels = labels;
        this.taken = new HashSet<>(taken);
    }

    /** The names of groups, in their order. A group without a phrase to call it by gets none: it is left out. */
    SortedMap<Integer, Name> of(List<? extends Set<String>> groups) {
        SortedMap<Integer, Name> names = new TreeMap<>();
        for (Heir heir : heirs(groups)) {
            if (!names.containsKey(heir.group()) && taken.add(heir.name().id())) {
                names.put(heir.group(), heir.name());
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            if (!names.containsKey(group)) {
                int unnamed = group;
                labels.of(groups.get(group)).stream()
                        .map(label -> new Name(CanonicalName.id(label), label))
                        .filter(name -> taken.add(name.id()))
                        .findFirst()
                        .ifPresent(name -> names.put(unnamed, name));
            }
        }
        return names;
    }

    private List<Heir> heirs(List<? extends Set<String>> groups) {
        Map<String, List<Integer>> groupsOf = groupsOf(groups);
        List<Heir> heirs = new ArrayList<>();
        for (Standing each : standing) {
            SortedMap<Integer, Integer> inBoth = new TreeMap<>();
            for (String slug : each.slugs()) {
                groupsOf.getOrDefault(slug, List.of()).forEach(group -> inBoth.merge(group, 1, Integer::sum));
            }
            inBoth.forEach((group, both) -> {
                // Jaccard's index
                int either = groups.get(group).size() + each.slugs().size() - both;
                if (both >= HEIR * either) {
                    heirs.add(new Heir(group, each.name(), (double) both / either));
                }
            });
        }
        heirs.sort(Heir.ORDER);
        return heirs;
    }

    private static Map<String, List<Integer>> groupsOf(List<? extends Set<String>> groups) {
        Map<String, List<Integer>> groupsOf = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (String slug : groups.get(group)) {
                groupsOf.computeIfAbsent(slug, key -> new ArrayList<>()).add(group);
            }
        }
        return groupsOf;
    }

    /** A group that may take over a name, and the share of the patterns of both that are in both. */
    private record Heir(int group, Name name, double common) {
        static final Comparator<Heir> ORDER = Comparator.comparingDouble((Heir heir) -> -heir.common())
                .thenComparing(heir -> heir.name().id())
                .thenComparing(Heir::group);
    }
}
