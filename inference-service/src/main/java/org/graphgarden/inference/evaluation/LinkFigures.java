package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well hidden links are found again. Means over the patterns that have any; each pair is looked for from both ends. People make
 * few of the links that they would keep, so precision is a lower bound.
 *
 * @param queries patterns that have a hidden link
 * @param pairs hidden pairs
 * @param recall10 share of a pattern's hidden links among its first ten proposals
 * @param ceiling10 the most that {@code recall10} could be
 * @param mrr mean of 1 / rank of the first that is found
 * @param ndcg10 normalised discounted cumulative gain of the first ten
 * @param precision1 share of first proposals that were hidden links
 * @param precision10 share of the first ten that were
 * @param reliability of the first 50 proposals of each
 */
public record LinkFigures(
        int queries,
        int pairs,
        double recall10,
        double ceiling10,
        double mrr,
        double ndcg10,
        double precision1,
        double precision10,
        Reliability reliability) {
    private static final int TOP = 10;
    private static final int DEEPEST = 50;

    /** Compares proposals with hidden links. */
    public static LinkFigures of(List<Prediction> predictions, List<GoldLink> gold) {
        RankedLinks ranked = new RankedLinks(predictions);
        Map<String, Set<String>> hidden = byEnd(gold);
        Sums sums = new Sums();
        hidden.forEach((query, right) -> sums.add(ranked.of(query), right));
        int ends = hidden.values().stream().mapToInt(Set::size).sum();
        return sums.figures(hidden.size(), ends / 2);
    }

    private static Map<String, Set<String>> byEnd(List<GoldLink> gold) {
        Map<String, Set<String>> byEnd = new TreeMap<>();
        for (GoldLink link : gold) {
            if (!link.source().equals(link.target())) {
                byEnd.computeIfAbsent(link.source(), any -> new TreeSet<>()).add(link.target());
                byEnd.computeIfAbsent(link.target(), any -> new TreeSet<>()).add(link.source());
            }
        }
        return byEnd;
    }

    private static final class Sums {
        private double recall;
        private double ceiling;
        private double reciprocal;
        private double gain;
        private double first;
        private double ten;
        private final List<Outcome> outcomes = new ArrayList<>();

        void add(List<Map.Entry<String, Double>> ranked, Set<String> right) {
            int hits = 0;
            double gained = 0;
            int firstHit = 0;
            for (int rank = 1; rank <= ranked.size(); rank++) {
                boolean hit = right.contains(ranked.get(rank - 1).getKey());
                if (rank <= DEEPEST) {
                    outcomes.add(new Outcome(ranked.get(rank - 1).getValue(), hit, 1));
                }
                if (hit && rank <= TOP) {
                    hits++;
                    gained += discount(rank);
                }
                firstHit = hit && firstHit == 0 ? rank : firstHit;
            }
            recall += (double) hits / right.size();
            ceiling += (double) Math.min(TOP, right.size()) / right.size();
            reciprocal += firstHit == 0 ? 0 : 1.0 / firstHit;
            gain += gained / ideal(right.size());
            first += firstHit == 1 ? 1 : 0;
            ten += (double) hits / TOP;
        }

        private static double ideal(int right) {
            double sum = 0;
            for (int rank = 1; rank <= Math.min(TOP, right); rank++) {
                sum += discount(rank);
            }
            return sum;
        }

        private static double discount(int rank) {
            return StrictMath.log(2) / StrictMath.log(rank + 1);
        }

        LinkFigures figures(int queries, int pairs) {
            double all = Math.max(1, queries);
            return new LinkFigures(
                    queries,
                    pairs,
                    recall / all,
                    ceiling / all,
                    reciprocal / all,
                    gain / all,
                    first / all,
                    ten / all,
                    Reliability.of(outcomes));
        }
    }
}
