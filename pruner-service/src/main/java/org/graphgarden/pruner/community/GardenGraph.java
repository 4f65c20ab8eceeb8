package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.graphgarden.format.EntityEntry;

/**
 * Patterns and the entities that at least two of them have, as one undirected weighted graph. An edge to an entity weighs
 * relevance times inverse document frequency; one between two patterns as much as an entity that only the two share. The same members and ties give the same graph, in whatever order they come.
 */
final class GardenGraph {

    private static final double UNSAID_RELEVANCE = 0.5;

    private final List<Member> members;
    private final List<Edge> edges;
    private final int nodes;
    private final Map<String, Integer> nodesBySlug = new HashMap<>();
    private final List<List<Edge>> edgesOf = new ArrayList<>();

    private GardenGraph(List<Member> members, List<Edge> edges, int nodes) {
        this.members = members;
        members.forEach(member -> nodesBySlug.put(member.slug(), nodesBySlug.size()));
        members.forEach(member -> edgesOf.add(new ArrayList<>()));
        this.edges = edges;
        this.nodes = nodes;
        for (Edge edge : edges) {
            edgesOf.get(edge.from()).add(edge);
            if (edge.to() < members.size()) {
                edgesOf.get(edge.to()).add(edge);
            }
        }
    }

    /** Nodes of an edge, the first a pattern, and its weight, greater than 0. */
    record Edge(int from, int to, double weight) {}

    static GardenGraph of(Collection<Member> unsorted, Collection<Tie> ties) {
        TreeMap<String, Member> bySlug = new TreeMap<>();
        unsorted.forEach(member -> bySlug.put(member.slug(), member));
        List<Member> members = List.copyOf(bySlug.values());
        Map<String, Map<Integer, Double>> relevances = relevances(members);
        List<Edge> edges = new ArrayList<>();
        int node = members.size();
        for (Map<Integer, Double> havers : relevances.values()) {
            double rarity = StrictMath.log((double) members.size() / havers.size());
            if (havers.size() > 1 && rarity > 0) {
                int entity = node++;
                havers.forEach((member, relevance) -> edges.add(new Edge(member, entity, relevance * rarity)));
            }
        }
        edges.addAll(links(members, ties));
        return new GardenGraph(members, List.copyOf(edges), node);
    }

    /** Patterns in the order of their nodes, which are the first ones. */
    List<Member> members() {
        return members;
    }

    Map<String, Integer> nodesBySlug() {
        return nodesBySlug;
    }

    List<Edge> edges() {
        return edges;
    }

    int nodes() {
        return nodes;
    }

    /** Takes the other end of an edge, and its weight. */
    interface EdgeEnd {
        void take(int node, double weight);
    }

    /** Every edge of a pattern, in a fixed order. */
    void eachEdge(int pattern, EdgeEnd consumer) {
        for (Edge edge : edgesOf.get(pattern)) {
            consumer.take(edge.from() == pattern ? edge.to() : edge.from(), edge.weight());
        }
    }

    Network network() {
        LargeIntArray[] ends = {new LargeIntArray(edges.size()), new LargeIntArray(edges.size())};
        LargeDoubleArray weights = new LargeDoubleArray(edges.size());
        for (int i = 0; i < edges.size(); i++) {
            ends[0].set(i, edges.get(i).from());
            ends[1].set(i, edges.get(i).to());
            weights.set(i, edges.get(i).weight());
        }
        return new Network(nodes, true, ends, weights, false, false);
    }

    /** Per entity, in the order of their names, who has it and how relevant it is there. */
    private static TreeMap<String, Map<Integer, Double>> relevances(List<Member> members) {
        TreeMap<String, Map<Integer, Double>> relevances = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            for (EntityEntry entity : members.get(i).entities()) {
                double relevance = entity.relevance().orElse(UNSAID_RELEVANCE);
                String name = names.computeIfAbsent(entity.key(), CanonicalName::of);
                if (relevance > 0 && !name.isEmpty()) {
                    relevances
                            .computeIfAbsent(name, key -> new LinkedHashMap<>())
                            .merge(i, relevance, Math::max);
                }
            }
        }
        return relevances;
    }

    private static List<Edge> links(List<Member> members, Collection<Tie> ties) {
        Map<String, Integer> nodes = new HashMap<>();
        members.forEach(member -> nodes.put(member.slug(), nodes.size()));
        double rarity = StrictMath.log(Math.max(2, members.size() / 2.0));
        TreeSet<Long> pairs = new TreeSet<>();
        for (Tie tie : ties) {
            Integer one = nodes.get(tie.one());
            Integer other = nodes.get(tie.other());
            if (one != null && other != null && !one.equals(other)) {
                pairs.add(((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other));
            }
        }
        List<Edge> links = new ArrayList<>();
        pairs.forEach(pair -> links.add(new Edge((int) (pair >>> Integer.SIZE), (int) (long) pair, rarity)));
        return links;
    }
}
