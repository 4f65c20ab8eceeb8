package org.graphgarden.inference.fit.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which slope and intercept make the logistic function of a score the share of links that a reader keeps (Platt scaling, by Newton
 * steps). Where no pairs were judged, what people linked has to do; people link less than they would keep, so confidence is low then.
 */
final class Calibration {
    private static final int STEPS = 50;
    private static final double SMALL = 1e-9;
    /** Of an unjudged garden only the first candidates are looked at: what a curator would have seen. */
    private static final int SEEN = 50;

    private Calibration() {}

    static LinkFit of(double[] weights, List<Sample> samples) {
        LinkFit raw = new LinkFit(weights, 1, 0);
        boolean judged = samples.stream().anyMatch(sample -> !sample.verdicts().isEmpty());
        List<double[]> rows = new ArrayList<>();
        samples.forEach(sample -> rows.addAll(judged ? verdicts(sample, raw) : links(sample, raw)));
        // From nothing: where the function is saturated, a Newton step goes astray.
        double slope = 0;
        double intercept = 0;
        for (int i = 0; i < STEPS; i++) {
            double[] move = newton(rows, slope, intercept);
            slope -= move[0];
            intercept -= move[1];
        }
        return new LinkFit(weights, LinkFit.rounded(Math.max(0.05, slope)), LinkFit.rounded(intercept));
    }

    /** Score, outcome and weight of the judged pairs that would be proposed. */
    private static List<double[]> verdicts(Sample sample, LinkFit fit) {
        double least = sample.queries().stream()
                .mapToDouble(query -> proposedFrom(query, fit))
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
        return sample.verdicts().stream()
                .map(each -> new double[] {fit.score(each.features()), each.kept() ? 1 : 0, each.weight()})
                .filter(row -> row[0] >= least)
                .toList();
    }

    /** The score of the last that is proposed to a pattern. */
    private static double proposedFrom(Query query, LinkFit fit) {
        return query.features().stream()
                .map(fit::score)
                .sorted(Comparator.reverseOrder())
                .limit(SEEN)
                .reduce((first, second) -> second)
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static List<double[]> links(Sample sample, LinkFit fit) {
        List<double[]> rows = new ArrayList<>();
        for (Query query : sample.queries()) {
            double least = proposedFrom(query, fit);
            for (int i = 0; i < query.features().size(); i++) {
                double score = fit.score(query.features().get(i));
                if (score >= least) {
                    rows.add(new double[] {
                        score, query.linked()[i] ? 1 : 0, 1.0 / sample.queries().size() / SEEN
                    });
                }
            }
        }
        return rows;
    }

    private static double[] newton(List<double[]> rows, double slope, double intercept) {
        double slopeDown = 0;
        double interceptDown = 0;
        double ss = SMALL;
        double si = 0;
        double ii = SMALL;
        for (double[] row : rows) {
            double likely = 1 / (1 + StrictMath.exp(-(slope * row[0] + intercept)));
            double error = row[2] * (likely - row[1]);
            double curve = row[2] * likely * (1 - likely);
            slopeDown += error * row[0];
            interceptDown += error;
            ss += curve * row[0] * row[0];
            si += curve * row[0];
            ii += curve;
        }
        double determinant = ss * ii - si * si;
        return new double[] {
            (ii * slopeDown - si * interceptDown) / determinant, (ss * interceptDown - si * slopeDown) / determinant
        };
    }
}
