package org.graphgarden.inference.fit.entity;

import java.util.Arrays;
import java.util.List;
import org.graphgarden.inference.entity.Example;
import org.graphgarden.inference.entity.Example.Typed;
import org.graphgarden.inference.entity.TypeWeights;

/** Conditional logit (McFadden 1974) of the types of labels. */
final class TypeFit {
    private static final double PENALTY = 1e-4;
    private static final int STEPS = 200;
    private static final int SHARED = TypeWeights.SHARED_COUNT;
    private static final int OWN = TypeWeights.OWN_COUNT;

    private TypeFit() {}

    static TypeWeights of(List<Example> examples) {
        List<Typed> labels =
                examples.stream().flatMap(example -> example.types().stream()).toList();
        int size = SHARED + TypeWeights.TYPES * OWN;
        return weights(Lbfgs.minimise((point, gradient) -> loss(labels, point, gradient), size, STEPS));
    }

    private static TypeWeights weights(double[] point) {
        double[][] own = new double[TypeWeights.TYPES][];
        Arrays.setAll(own, type -> rounded(point, SHARED + type * OWN, OWN));
        return new TypeWeights(rounded(point, 0, SHARED), own);
    }

    private static double[] rounded(double[] point, int from, int count) {
        return Arrays.stream(point, from, from + count).map(Figures::rounded).toArray();
    }

    private static double loss(List<Typed> labels, double[] point, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < point.length; i++) {
            gradient[i] = 2 * PENALTY * point[i];
            loss += PENALTY * point[i] * point[i];
        }
        double[] scores = new double[TypeWeights.TYPES];
        for (Typed label : labels) {
            for (int type = 0; type < scores.length; type++) {
                scores[type] = score(point, label, type);
            }
            double most = Arrays.stream(scores).max().orElse(0);
            double sum = 0;
            for (double score : scores) {
                sum += StrictMath.exp(score - most);
            }
            loss += (most + StrictMath.log(sum) - scores[label.type()]) / labels.size();
            for (int type = 0; type < scores.length; type++) {
                double error = StrictMath.exp(scores[type] - most) / sum - (type == label.type() ? 1 : 0);
                add(label, type, error / labels.size(), gradient);
            }
        }
        return loss;
    }

    private static double score(double[] point, Typed label, int type) {
        double score = 0;
        for (int i = 0; i < SHARED; i++) {
            score += point[i] * label.evidence()[type][i];
        }
        for (int i = 0; i < OWN; i++) {
            score += point[SHARED + type * OWN + i] * label.look()[i];
        }
        return score;
    }

    private static void add(Typed label, int type, double error, double[] gradient) {
        for (int i = 0; i < SHARED; i++) {
            gradient[i] += error * label.evidence()[type][i];
        }
        for (int i = 0; i < OWN; i++) {
            gradient[SHARED + type * OWN + i] += error * label.look()[i];
        }
    }
}
