package org.graphgarden.inference.fit.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a fit foretells what it was not fitted on.
 *
 * @param name what was left out
 * @param queries patterns with links
 * @param recall10 mean share of a pattern's links among the first ten candidates
 * @param mrr mean of 1 / rank of the first link
 * @param judged judged pairs
 * @param calibrationError weighed mean difference of confidence and share kept over ten bands; 0 without judged pairs
 */
public record HeldOut(String name, int queries, double recall10, double mrr, int judged, double calibrationError) {
    private static final int TOP = 10;
    private static final int BANDS = 10;

    static HeldOut of(String name, LinkFit fit, Sample left) {
        double recall = 0;
        double reciprocal = 0;
        for (Query query : left.queries()) {
            List<Integer> ranks = ranks(query, fit);
            recall += (double) ranks.stream().filter(rank -> rank <= TOP).count() / query.links();
            reciprocal += ranks.isEmpty() ? 0 : 1.0 / ranks.get(0);
        }
        int queries = left.queries().size();
        return new HeldOut(
                name,
                queries,
                recall / Math.max(1, queries),
                reciprocal / Math.max(1, queries),
                left.verdicts().size(),
                error(left.verdicts(), fit));
    }

    /** The ranks of the links, best first. */
    private static List<Integer> ranks(Query query, LinkFit fit) {
        List<Integer> order = IntStream.range(0, query.features().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> fit.score(query.features().get(i)))
                        .reversed())
                .toList();
        List<Integer> ranks = new ArrayList<>();
        for (int rank = 1; rank <= order.size(); rank++) {
            if (query.linked()[order.get(rank - 1)]) {
                ranks.add(rank);
            }
        }
        return ranks;
    }

    private static double error(List<Verdict> verdicts, LinkFit fit) {
        double[] difference = new double[BANDS];
        double all = 0;
        for (Verdict verdict : verdicts) {
            double confidence =
                    1 / (1 + StrictMath.exp(-(fit.slope() * fit.score(verdict.features()) + fit.intercept())));
            difference[Math.min(BANDS - 1, (int) (confidence * BANDS))] +=
                    verdict.weight() * (confidence - (verdict.kept() ? 1 : 0));
            all += verdict.weight();
        }
        double sum = 0;
        for (double each : difference) {
            sum += Math.abs(each);
        }
        return all == 0 ? 0 : sum / all;
    }
}
