package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Patterns that belong together, as nodes of the garden's graph.
 *
 * @param members per pattern how much it belongs to the group, greater than 0 and at most 1
 */
record Group(SortedMap<Integer, Double> members) {

    /** Fewer patterns are no group. */
    static final int FEWEST = 5;

    /** By which a finer division's resolution is higher: parts of a library that a reader would name, and the neighbourhoods in them. */
    private static final double[] FINENESS = {1, 4};
    /** Cube root of the number of patterns up to which plain modularity is fine enough for the coarse division; beyond, its limit shows. */
    private static final double PLAIN = 7.5;
    /** Share of a pattern's edges that have to lead into its own group, for it to belong there. */
    private static final double BELONGS = 0.15;
    /** Share of a pattern's edges that have to lead into a group that it is not in, for it to belong there as well. */
    private static final double BELONGS_AS_WELL = 0.25;
    /** Two groups that have this share of their patterns in common are one. */
    private static final double SAME = 0.8;

    /** The groups of a graph in all divisions, the coarsest first. */
    static List<Group> of(GardenGraph graph) {
        double coarse = Math.max(1, StrictMath.cbrt(graph.members().size()) / PLAIN);
        List<List<Group>> divisions = DoubleStream.of(FINENESS)
                .parallel()
                .mapToObj(fineness -> divide(Clusters.of(graph, coarse * fineness)))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (List<Group> division : divisions) {
            Overlaps overlaps = new Overlaps(groups);
            List<Group> further = new ArrayList<>();
            for (Group group : division) {
                boolean known = overlaps.with(group.members.keySet()).entrySet().stream()
                        .anyMatch(each -> jaccard(each.getValue(), group, groups.get(each.getKey())) >= SAME);
                if (!known) {
                    further.add(group);
                }
            }
            groups.addAll(further);
        }
        return groups;
    }

    private static double jaccard(int both, Group one, Group other) {
        return (double) both / (one.members.size() + other.members.size() - both);
    }

    private static List<Group> divide(Clusters clusters) {
        List<Group> groups = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            groups.add(new Group(new TreeMap<>()));
        }
        List<SortedMap<Integer, Double>> shares = clusters.shares();
        int[] sizes = clusters.patterns();
        for (int node = 0; node < shares.size(); node++) {
            int pattern = node;
            int own = clusters.of(node);
            if (sizes[own] >= FEWEST) {
                shares.get(node).forEach((cluster, share) -> {
                    if (share >= (cluster == own ? BELONGS : BELONGS_AS_WELL)) {
                        groups.get(cluster).members.put(pattern, share);
                    }
                });
            }
        }
        groups.removeIf(group -> group.members.size() < FEWEST);
        return groups;
    }
}
