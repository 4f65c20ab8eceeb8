package org.graphgarden.inference.fit.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.graphgarden.inference.entity.AdditiveModel;
import org.graphgarden.inference.entity.Curve;

/**
 * What an additive model is a weighted sum of: each feature, and for each of its knots by how much it is above it. Brought to mean 0
 * and deviation 1, so that one penalty fits all.
 */
final class Basis {
    private static final double[] QUANTILES = {0.25, 0.5, 0.75, 0.9};
    private static final int FEW_VALUES = 20;
    private static final double LEAST_DEVIATION = 1e-6;
    private static final double[] NONE = {};

    private final List<double[]> knots;
    private final double[] means;
    private final double[] scales;

    private Basis(List<double[]> knots, List<double[]> rows) {
        this.knots = knots;
        int size = knots.size() + knots.stream().mapToInt(each -> each.length).sum();
        means = new double[size];
        scales = new double[size];
        Arrays.fill(scales, 1);
        double[] squares = new double[size];
        double[] terms = new double[size];
        for (double[] row : rows) {
            write(row, terms);
            for (int i = 0; i < size; i++) {
                means[i] += terms[i] / rows.size();
                squares[i] += terms[i] * terms[i] / rows.size();
            }
        }
        for (int i = 0; i < size; i++) {
            double deviation = StrictMath.sqrt(StrictMath.max(0, squares[i] - means[i] * means[i]));
            scales[i] = deviation < LEAST_DEVIATION ? 0 : 1 / deviation;
        }
    }

    /** Straight lines only. */
    static Basis straight(List<double[]> rows) {
        return new Basis(Arrays.stream(rows.get(0)).mapToObj(any -> NONE).toList(), rows);
    }

    /** Knots at quantiles of what is not the feature's usual value; none for a feature of few different values. */
    static Basis bent(List<double[]> rows) {
        List<double[]> knots = new ArrayList<>();
        for (int feature = 0; feature < rows.get(0).length; feature++) {
            int column = feature;
            knots.add(
                    knots(rows.stream().mapToDouble(row -> row[column]).sorted().toArray()));
        }
        return new Basis(knots, rows);
    }

    private static double[] knots(double[] sorted) {
        if (Arrays.stream(sorted).distinct().limit(FEW_VALUES).count() < FEW_VALUES) {
            return NONE;
        }
        double usual = sorted[sorted.length / 2];
        double[] others = Arrays.stream(sorted).filter(value -> value != usual).toArray();
        double[] shown = others.length * 2 < sorted.length ? others : sorted;
        return Arrays.stream(QUANTILES)
                .map(share -> shown[(int) (share * (shown.length - 1))])
                .distinct()
                .toArray();
    }

    int size() {
        return means.length;
    }

    /** Writes the terms of a row of features. */
    void write(double[] features, double[] terms) {
        int at = 0;
        for (int feature = 0; feature < features.length; feature++) {
            double value = features[feature];
            terms[at] = (value - means[at]) * scales[at];
            at++;
            for (double knot : knots.get(feature)) {
                terms[at] = (StrictMath.max(0, value - knot) - means[at]) * scales[at];
                at++;
            }
        }
    }

    /** The model of these weights, one a term and then the bias, on features as they are. */
    AdditiveModel model(double[] weights) {
        double bias = weights[size()];
        for (int i = 0; i < size(); i++) {
            bias -= weights[i] * scales[i] * means[i];
        }
        List<Curve> curves = new ArrayList<>();
        int at = 0;
        for (double[] own : knots) {
            double[] bends = new double[own.length];
            double slope = Figures.rounded(weights[at] * scales[at]);
            at++;
            for (int i = 0; i < own.length; i++, at++) {
                bends[i] = Figures.rounded(weights[at] * scales[at]);
            }
            curves.add(new Curve(slope, own, bends));
        }
        return new AdditiveModel(Figures.rounded(bias), curves);
    }
}
