package org.graphgarden.pruner.community;

import java.util.BitSet;
import org.graphgarden.pruner.community.Standing.Carried;

/**
 * How much patterns belong to the communities that they say they belong to, whatever the graph is divided into today: the share
 * of a pattern's edges, by weight, that lead to other patterns of the community, over entities or at once.
 */
final class Belonging {

    /** Share of a pattern's edges that lead into a community when it belongs there. */
    private static final double BELONGS = 0.05;

    private final GardenGraph graph;
    /** By node of an entity: the weight of its edges, and that of its edges into the community looked at. */
    private final double[] all;

    private final double[] into;

    private Belonging(GardenGraph graph) {
        this.graph = graph;
        this.all = new double[graph.nodes()];
        this.into = new double[graph.nodes()];
        for (GardenGraph.Edge edge : graph.edges()) {
            all[edge.to()] += edge.weight();
        }
    }

    /** By node of a pattern to how many groups, not domains, it says that it belongs and does. */
    static int[] counts(GardenGraph graph, Standing standing) {
        Belonging belonging = new Belonging(graph);
        int[] counts = new int[graph.members().size()];
        for (Carried carried : standing.all()) {
            if (!carried.taxonomy() && carried.nodes().size() >= Group.FEWEST) {
                belonging.count(carried, counts);
            }
        }
        return counts;
    }

    private void count(Carried carried, int[] counts) {
        BitSet in = new BitSet(counts.length);
        carried.nodes().forEach(in::set);
        carried.nodes().forEach(node -> graph.eachEdge(node, (end, weight) -> into[end] += weight));
        for (int node : carried.nodes()) {
            if (share(node, in) >= BELONGS) {
                counts[node]++;
            }
        }
        carried.nodes().forEach(node -> graph.eachEdge(node, (end, weight) -> into[end] = 0));
    }

    private double share(int node, BitSet in) {
        double[] sums = new double[2];
        graph.eachEdge(node, (end, weight) -> {
            boolean pattern = end < graph.members().size();
            // What an entity says of the pattern's place, the pattern's own edge to it left out.
            double leads = pattern ? (in.get(end) ? 1 : 0) : (into[end] - weight) / (all[end] - weight);
            sums[0] += weight * leads;
            sums[1] += weight;
        });
        return sums[1] == 0 ? 0 : sums[0] / sums[1];
    }
}
