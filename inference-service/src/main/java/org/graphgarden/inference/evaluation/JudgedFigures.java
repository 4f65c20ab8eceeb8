package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a confidence means, by pairs that a reader judged. Each stands for the pairs of its rank bucket, so that the figures hold for
 * all pairs of the library.
 *
 * @param pairs judged pairs
 * @param aucKept probability that of two of the 50 nearest, one kept and one not, the kept one is ranked higher
 * @param aucClear the same for clearly useful or not
 * @param reliability over the pairs that were proposed
 * @param thresholds what planting from a confidence on would bring, lowest first
 * @param types over the proposed pairs that a reader would keep
 */
public record JudgedFigures(
        int pairs,
        double aucKept,
        double aucClear,
        Reliability reliability,
        List<Threshold> thresholds,
        TypeFigures types) {
    private static final int[] TENTHS = {3, 4, 5, 6, 7, 8, 9};

    public JudgedFigures {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * What planting from a confidence on would bring.
     *
     * @param from lowest confidence
     * @param links links a pattern
     * @param kept share of them that a reader would keep
     * @param clear share of them that are clearly useful
     * @param pairs judged pairs that this rests on
     */
    public record Threshold(double from, double links, double kept, double clear, int pairs) {}

    /**
     * Compares proposals with verdicts.
     *
     * @param patterns how many patterns the library has
     */
    public static JudgedFigures of(List<Prediction> predictions, List<Judgement> judged, int patterns) {
        Map<Pair, Prediction> byPair = new HashMap<>();
        predictions.forEach(each -> byPair.put(new Pair(each.source(), each.target()), each));
        List<Row> rows = rows(byPair, judged, patterns);
        List<Outcome> proposed = rows.stream()
                .filter(row -> row.confidence() > 0)
                .map(row -> new Outcome(row.confidence(), row.verdict() > 0, row.weight()))
                .toList();
        return new JudgedFigures(
                rows.size(),
                auc(rows, 1),
                auc(rows, 2),
                Reliability.of(proposed),
                thresholds(rows, patterns),
                TypeFigures.ofJudged(byPair, judged));
    }

    private record Row(double confidence, int verdict, double weight, boolean near) {}

    private static List<Row> rows(Map<Pair, Prediction> predictions, List<Judgement> judged, int patterns) {
        Map<RankBucket, Integer> sizes = new EnumMap<>(RankBucket.class);
        judged.forEach(each -> sizes.merge(each.bucket(), 1, Integer::sum));
        List<Row> rows = new ArrayList<>();
        for (Judgement each : judged) {
            Prediction made = predictions.get(new Pair(each.source(), each.target()));
            RankBucket bucket = each.bucket();
            double weight = (double) bucket.width(patterns) * patterns / sizes.getOrDefault(bucket, 1);
            rows.add(new Row(made == null ? 0 : made.confidence(), each.verdict(), weight, bucket.isNear()));
        }
        return rows;
    }

    private static double auc(List<Row> rows, int least) {
        double wins = 0;
        double all = 0;
        for (Row above : rows) {
            for (Row below : rows) {
                if (above.near() && below.near() && above.verdict() >= least && below.verdict() < least) {
                    double weight = above.weight() * below.weight();
                    int order = Double.compare(above.confidence(), below.confidence());
                    wins += order > 0 ? weight : order == 0 ? weight / 2 : 0;
                    all += weight;
                }
            }
        }
        return all == 0 ? 0 : wins / all;
    }

    private static List<Threshold> thresholds(List<Row> rows, int patterns) {
        List<Threshold> thresholds = new ArrayList<>();
        for (int tenths : TENTHS) {
            double from = tenths / 10.0;
            List<Row> over =
                    rows.stream().filter(row -> row.confidence() >= from).toList();
            if (!over.isEmpty()) {
                double weight = over.stream().mapToDouble(Row::weight).sum();
                thresholds.add(new Threshold(
                        from, weight / patterns, share(over, 1, weight), share(over, 2, weight), over.size()));
            }
        }
        return thresholds;
    }

    private static double share(List<Row> rows, int least, double all) {
        return rows.stream()
                        .filter(row -> row.verdict() >= least)
                        .mapToDouble(Row::weight)
                        .sum()
                / all;
    }
}
