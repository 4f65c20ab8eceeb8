package org.graphgarden.inference.fit.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.graphgarden.inference.entity.AdditiveModel;
import org.graphgarden.inference.entity.Example;
import org.graphgarden.inference.entity.Example.Option;

/**
 * Logistic regression on whether a candidate is a label of its pattern. A candidate that shares half of the words with a label counts
 * as a small part of one: the topic is right, the name is not. Every third of the candidates that are nothing stands for all three.
 */
final class RankerFit {
    private static final double TOPIC = 0.08;
    private static final int STANDS_FOR = 3;
    private static final double PENALTY = 1e-6;
    private static final int STEPS = 120;
    private static final int CHUNKS = 16;

    private final List<double[]> rows = new ArrayList<>();
    private final List<double[]> answers = new ArrayList<>();
    private double total;

    private RankerFit(List<Example> examples) {
        int skipped = 0;
        for (Example example : examples) {
            for (Option option : example.candidates()) {
                if (option.overlap() > 0) {
                    add(option, option.overlap() == 1 ? 1 : TOPIC * option.overlap(), 1);
                } else if (skipped++ % STANDS_FOR == 0) {
                    add(option, 0, STANDS_FOR);
                }
            }
        }
    }

    private void add(Option option, double answer, double weight) {
        rows.add(option.features());
        answers.add(new double[] {answer, weight});
        total += weight;
    }

    static AdditiveModel of(List<Example> examples) {
        RankerFit fit = new RankerFit(examples);
        Basis basis = Basis.bent(fit.rows);
        return basis.model(
                Lbfgs.minimise((point, gradient) -> fit.loss(basis, point, gradient), basis.size() + 1, STEPS));
    }

    /** Chunks are fixed and added in order, so the number of processors changes nothing. */
    private double loss(Basis basis, double[] point, double[] gradient) {
        List<double[]> parts = IntStream.range(0, CHUNKS)
                .parallel()
                .mapToObj(chunk -> part(basis, point, chunk))
                .toList();
        double loss = 0;
        for (int i = 0; i < gradient.length; i++) {
            boolean bias = i == gradient.length - 1;
            gradient[i] = bias ? 0 : 2 * PENALTY * point[i];
            loss += bias ? 0 : PENALTY * point[i] * point[i];
            for (double[] part : parts) {
                gradient[i] += part[i] / total;
            }
        }
        for (double[] part : parts) {
            loss += part[gradient.length] / total;
        }
        return loss;
    }

    /** Gradient and, last, loss of one chunk. */
    private double[] part(Basis basis, double[] point, int chunk) {
        int size = basis.size();
        double[] terms = new double[size];
        double[] part = new double[size + 2];
        int from = (int) ((long) rows.size() * chunk / CHUNKS);
        int to = (int) ((long) rows.size() * (chunk + 1) / CHUNKS);
        for (int row = from; row < to; row++) {
            basis.write(rows.get(row), terms);
            double score = point[size];
            for (int i = 0; i < size; i++) {
                score += point[i] * terms[i];
            }
            double answer = answers.get(row)[0];
            double weight = answers.get(row)[1];
            double error = weight * (1 / (1 + StrictMath.exp(-score)) - answer);
            for (int i = 0; i < size; i++) {
                part[i] += error * terms[i];
            }
            part[size] += error;
            part[size + 1] += weight * (softplus(score) - answer * score);
        }
        return part;
    }

    /** ln(1 + exp(score)) without overflow. */
    private static double softplus(double score) {
        return StrictMath.max(score, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(score)));
    }
}
