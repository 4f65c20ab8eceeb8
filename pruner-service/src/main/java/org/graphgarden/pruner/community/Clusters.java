package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;

/**
 * A division of a garden's graph by the Leiden algorithm (V. A. Traag, L. Waltman, N. J. van Eck: From Louvain to Leiden:
 * guaranteeing well-connected communities, 2019), which maximises modularity. The seed is fixed, so the same graph is divided alike.
 */
final class Clusters {

    private static final int ITERATIONS = 10;
    private static final long SEED = 1;

    private final GardenGraph graph;
    private final Clustering clustering;

    private Clusters(GardenGraph graph, Clustering clustering) {
        this.graph = graph;
        this.clustering = clustering;
    }

    /** @param resolution 1 for plain modularity, more for smaller clusters */
    static Clusters of(GardenGraph graph, double resolution) {
        if (graph.edges().isEmpty()) {
            return new Clusters(graph, new Clustering(graph.nodes()));
        }
        Network network = graph.network();
        double total = 2 * network.getTotalEdgeWeight() + network.getTotalEdgeWeightSelfLinks();
        LeidenAlgorithm leiden = new LeidenAlgorithm(
                resolution / total, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
        return new Clusters(graph, leiden.findClustering(network));
    }

    int count() {
        return clustering.getNClusters();
    }

    /** The cluster that a node is in. */
    int of(int node) {
        return clustering.getCluster(node);
    }

    /** By cluster how many patterns are in it. */
    int[] patterns() {
        int[] patterns = new int[count()];
        for (int node = 0; node < graph.members().size(); node++) {
            patterns[of(node)]++;
        }
        return patterns;
    }

    /** Per pattern the clusters that its edges lead into, and their share of the edges by weight, greater than 0 to 1. */
    List<SortedMap<Integer, Double>> shares() {
        List<SortedMap<Integer, Double>> weights = new ArrayList<>();
        graph.members().forEach(member -> weights.add(new TreeMap<>()));
        for (GardenGraph.Edge edge : graph.edges()) {
            weights.get(edge.from()).merge(of(edge.to()), edge.weight(), Double::sum);
            if (edge.to() < weights.size()) {
                weights.get(edge.to()).merge(of(edge.from()), edge.weight(), Double::sum);
            }
        }
        for (SortedMap<Integer, Double> each : weights) {
            double total =
                    each.values().stream().mapToDouble(Double::doubleValue).sum();
            each.replaceAll((cluster, weight) -> weight / total);
        }
        return weights;
    }
}
