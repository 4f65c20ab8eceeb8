package org.graphgarden.inference.fit.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.graphgarden.inference.link.PairFeatures;

/**
 * Weights of links with the slope and intercept that make confidences of their scores.
 *
 * @param weights by feature, none below 0
 * @param slope of the logistic function, more than 0
 * @param intercept of the logistic function
 */
public record LinkFit(double[] weights, double slope, double intercept) {
    private static final double SMALLEST_SLOPE = 0.05;
    private static final double DIGITS = 1e4;

    /**
     * Fits on all these gardens, and once more without each, to see how well the rest foretells it.
     *
     * @param gardens at least one with links
     * @param progress told what is begun
     */
    public static Fitted of(List<LinkAnswers> gardens, Consumer<String> progress) {
        List<Sample> samples = new ArrayList<>();
        for (LinkAnswers garden : gardens) {
            progress.accept("reading pairs of " + garden.name());
            samples.add(Sample.of(garden));
        }
        List<HeldOut> heldOut = new ArrayList<>();
        for (Fold fold : Fold.of(samples)) {
            progress.accept("fitting without " + fold.name());
            LinkFit fit = fit(fold.rest());
            heldOut.add(HeldOut.of(fold.name(), fit, fold.left()));
        }
        progress.accept("fitting on all");
        return new Fitted(fit(samples), heldOut);
    }

    /**
     * A fit and what it is worth.
     *
     * @param fit on all gardens
     * @param heldOut by what was left out
     */
    public record Fitted(LinkFit fit, List<HeldOut> heldOut) {
        public Fitted {
            heldOut = List.copyOf(heldOut);
        }
    }

    static LinkFit fit(List<Sample> samples) {
        int features = PairFeatures.names().size();
        double[] lowest = new double[features + 2];
        lowest[features] = SMALLEST_SLOPE;
        lowest[features + 1] = Double.NEGATIVE_INFINITY;
        double[] start = new double[features + 2];
        Arrays.fill(start, 0, features, 1);
        start[features] = 1;
        double[] found = new ProjectedGradient(lowest).minimise(new LinkLoss(samples, features), start);
        double[] weights = new double[features];
        Arrays.setAll(weights, f -> rounded(found[f]));
        return Calibration.of(weights, samples);
    }

    static double rounded(double value) {
        return StrictMath.rint(value * DIGITS) / DIGITS;
    }

    /** The score of a pair. */
    double score(double[] features) {
        double score = 0;
        for (int f = 0; f < weights.length; f++) {
            score += weights[f] * features[f];
        }
        return score;
    }

    /** The part {@code links} of a model file. */
    public ObjectNode toJson() {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        ObjectNode byName = part.putObject("weights");
        for (int f = 0; f < weights.length; f++) {
            byName.put(PairFeatures.names().get(f), weights[f]);
        }
        part.putObject("calibration").put("slope", slope).put("intercept", intercept);
        return part;
    }
}
