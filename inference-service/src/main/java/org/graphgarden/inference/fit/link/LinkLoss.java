package org.graphgarden.inference.fit.link;

import java.util.List;

/**
 * How badly weights explain what people did. For each pattern that they linked, the links should stand before the other candidates: the
 * negative log-likelihood of a listwise softmax (Cao et al., "Learning to Rank: From Pairwise Approach to Listwise Approach", 2007).
 * For each judged pair the logistic function of slope and intercept should tell whether a reader keeps it. Gardens count the same,
 * whatever their size; large weights cost a little (ridge).
 *
 * <p>The parameters are the weights, then the slope, then the intercept.
 */
final class LinkLoss implements Loss {
    private static final double RIDGE = 0.003;
    /** How much the judged pairs count beside the links, of which there are far more but which nobody weighed. */
    private static final double VERDICTS = 4;

    private final List<Sample> samples;
    private final int features;

    LinkLoss(List<Sample> samples, int features) {
        this.samples = List.copyOf(samples);
        this.features = features;
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double loss = 0;
        for (int f = 0; f < features; f++) {
            loss += RIDGE * parameters[f] * parameters[f];
            gradient[f] += 2 * RIDGE * parameters[f];
        }
        for (Sample sample : samples) {
            long asked =
                    sample.queries().stream().filter(query -> query.found() > 0).count();
            for (Query query : sample.queries()) {
                loss += query.found() == 0 ? 0 : ranked(query, parameters, gradient, 1.0 / asked);
            }
            for (Verdict verdict : sample.verdicts()) {
                loss += kept(verdict, parameters, gradient, VERDICTS * verdict.weight());
            }
        }
        return loss;
    }

    private double ranked(Query query, double[] parameters, double[] gradient, double weight) {
        int size = query.features().size();
        double[] scores = new double[size];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            scores[i] = score(query.features().get(i), parameters);
            most = Math.max(most, scores[i]);
        }
        double sum = 0;
        for (double score : scores) {
            sum += StrictMath.exp(score - most);
        }
        double share = 1.0 / query.found();
        double loss = 0;
        for (int i = 0; i < size; i++) {
            double likely = StrictMath.exp(scores[i] - most) / sum;
            double wanted = query.linked()[i] ? share : 0;
            loss -= wanted == 0 ? 0 : wanted * (scores[i] - most - StrictMath.log(sum));
            add(query.features().get(i), weight * (likely - wanted), gradient);
        }
        return weight * loss;
    }

    private double kept(Verdict verdict, double[] parameters, double[] gradient, double weight) {
        double slope = parameters[features];
        double score = score(verdict.features(), parameters);
        double logit = slope * score + parameters[features + 1];
        double likely = 1 / (1 + StrictMath.exp(-logit));
        double error = weight * (likely - (verdict.kept() ? 1 : 0));
        add(verdict.features(), slope * error, gradient);
        gradient[features] += score * error;
        gradient[features + 1] += error;
        // ln(1 + e^x) without overflow
        double softplus = Math.max(logit, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
        return weight * (softplus - (verdict.kept() ? logit : 0));
    }

    private double score(double[] values, double[] parameters) {
        double score = 0;
        for (int f = 0; f < features; f++) {
            score += values[f] * parameters[f];
        }
        return score;
    }

    private void add(double[] values, double factor, double[] gradient) {
        for (int f = 0; f < features; f++) {
            gradient[f] += factor * values[f];
        }
    }
}
