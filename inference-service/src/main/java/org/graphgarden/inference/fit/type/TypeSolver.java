package org.graphgarden.inference.fit.type;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.link.type.LinkType;
import org.graphgarden.inference.link.type.TypeFeature;
import org.graphgarden.inference.link.type.TypeModel;
import org.graphgarden.inference.link.type.TypedPair;

/**
 * Finds the weights of a {@link TypeModel}: ridge-regularised multinomial logistic regression by Newton's method (Bishop, Pattern
 * Recognition and Machine Learning, 4.3.4). The loss is convex and the ridge makes it strictly so: one solution, the same for any
 * order of the pairs up to rounding. Features are scaled to unit deviation in the fit and the weights given for features as they are.
 */
final class TypeSolver {
    private static final int FEATURES = TypeFeature.values().length;
    private static final int BLOCK = FEATURES + 1;
    private static final int SIZE = BLOCK * TypeModel.TYPES.size();
    /** Next to nothing, but a type that no pair has still gets a finite bias. */
    private static final double BIAS_RIDGE = 1e-3;

    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-9;

    private final List<TypedPair> pairs;
    private final double ridge;
    private final FeatureScale scale;
    private double[] solution = new double[SIZE];

    /** @param ridge penalty on the squares of the scaled weights; not on the biases */
    TypeSolver(List<TypedPair> pairs, double ridge) {
        this.pairs = pairs;
        this.ridge = ridge;
        scale = FeatureScale.of(pairs);
    }

    /** The weights, with the lowest bars that there are. */
    TypeModel solve() {
        double loss = new Slope().loss;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] from = solution;
            double[] direction = Cholesky.solve(new Slope().curvature, new Slope().gradient);
            double length = 1;
            double next;
            do {
                solution = moved(from, direction, length);
                next = new Slope().loss;
                length /= 2;
            } while (next > loss && length > CONVERGED);
            if (loss - next <= CONVERGED * pairs.size()) {
                break;
            }
            loss = next;
        }
        return model();
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] -= length * direction[i];
        }
        return to;
    }

    private TypeModel model() {
        List<TypeModel.Family> families = new ArrayList<>();
        for (int family = 0; family < TypeModel.TYPES.size(); family++) {
            double bias = solution[family * BLOCK];
            double[] weights = new double[FEATURES];
            for (int i = 0; i < FEATURES; i++) {
                weights[i] = rounded(solution[family * BLOCK + 1 + i] / scale.deviation(i));
                bias -= weights[i] * scale.mean(i);
            }
            families.add(new TypeModel.Family(0.5, rounded(bias), weights));
        }
        return new TypeModel(families);
    }

    /** Six decimals: what is written to the file is what was measured. */
    private static double rounded(double value) {
        return StrictMath.rint(value * 1e6) / 1e6;
    }

    /** Loss, gradient and curvature (the Hessian) where the solution is now. */
    private final class Slope {
        private final double[] gradient = new double[SIZE];
        private final double[][] curvature = new double[SIZE][SIZE];
        private double loss;

        Slope() {
            for (TypedPair pair : pairs) {
                add(pair);
            }
            for (int i = 0; i < SIZE; i++) {
                double penalty = i % BLOCK == 0 ? BIAS_RIDGE : ridge;
                loss += penalty * solution[i] * solution[i] / 2;
                gradient[i] += penalty * solution[i];
                curvature[i][i] += penalty;
            }
        }

        private void add(TypedPair pair) {
            double[] scaled = scale.of(pair.features());
            LinkType[] types = LinkType.values();
            double[][] inputs = new double[types.length][];
            double[] likely = new double[types.length];
            double most = 0;
            for (LinkType type : types) {
                inputs[type.ordinal()] = inputs(type, scaled);
                likely[type.ordinal()] = score(type, inputs[type.ordinal()]);
                most = Math.max(most, likely[type.ordinal()]);
            }
            double right = likely[pair.type().ordinal()];
            double all = 0;
            for (int type = 0; type < likely.length; type++) {
                likely[type] = StrictMath.exp(likely[type] - most);
                all += likely[type];
            }
            loss += pair.weight() * (most + StrictMath.log(all) - right);
            double[] expected = new double[SIZE];
            for (LinkType type : types) {
                double share = likely[type.ordinal()] / all;
                double missing = pair.weight() * (share - (type == pair.type() ? 1 : 0));
                addBlock(type, inputs[type.ordinal()], missing, share, expected, pair.weight());
            }
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    curvature[i][j] -= pair.weight() * expected[i] * expected[j];
                }
            }
        }

        private void addBlock(
                LinkType type, double[] inputs, double missing, double share, double[] expected, double weight) {
            int start = start(type);
            for (int i = 0; i < inputs.length; i++) {
                gradient[start + i] += missing * inputs[i];
                expected[start + i] += share * inputs[i];
                for (int j = 0; j < inputs.length; j++) {
                    curvature[start + i][start + j] += weight * share * inputs[i] * inputs[j];
                }
            }
        }

        private double score(LinkType type, double[] inputs) {
            double score = 0;
            int start = start(type);
            for (int i = 0; i < inputs.length; i++) {
                score += solution[start + i] * inputs[i];
            }
            return score;
        }
    }

    /** Where the weights of the type's family begin. */
    private static int start(LinkType type) {
        int family = TypeModel.TYPES.indexOf(type);
        return BLOCK * Math.max(0, family >= 0 ? family : TypeModel.TYPES.indexOf(type.inverse()));
    }

    /** What the weights of the type's family are multiplied with; none for the type that has the score 0. */
    private static double[] inputs(LinkType type, double[] scaled) {
        if (type == LinkType.COMPLEMENTARY) {
            return new double[0];
        }
        int sign = type.inverse() == type ? 0 : TypeModel.TYPES.contains(type) ? 1 : -1;
        double[] inputs = new double[BLOCK];
        inputs[0] = 1;
        for (TypeFeature feature : TypeFeature.values()) {
            int i = feature.ordinal();
            inputs[i + 1] = feature.isMutual() ? scaled[i] : sign * scaled[i];
        }
        return inputs;
    }
}
