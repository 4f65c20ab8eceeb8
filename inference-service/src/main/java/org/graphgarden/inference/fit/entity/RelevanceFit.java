package org.graphgarden.inference.fit.entity;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.entity.AdditiveModel;
import org.graphgarden.inference.entity.Example;
import org.graphgarden.inference.entity.Example.Option;

/** Ridge regression of the relevance that a label was given; candidates that are merely like a label count less. */
final class RelevanceFit {
    private static final double PENALTY = 30;
    private static final double ALIKE_WEIGHT = 0.3;

    private RelevanceFit() {}

    static AdditiveModel of(List<Example> examples) {
        List<Option> options = new ArrayList<>();
        for (Example example : examples) {
            example.candidates().stream()
                    .filter(option -> option.relevance() > 0)
                    .forEach(options::add);
        }
        Basis basis = Basis.straight(options.stream().map(Option::features).toList());
        int size = basis.size();
        double[][] products = new double[size + 1][size + 1];
        double[] answers = new double[size + 1];
        double[] terms = new double[size + 1];
        for (Option option : options) {
            basis.write(option.features(), terms);
            terms[size] = 1;
            double weight = option.overlap() == 1 ? 1 : ALIKE_WEIGHT;
            for (int i = 0; i <= size; i++) {
                answers[i] += weight * terms[i] * option.relevance();
                for (int j = 0; j <= i; j++) {
                    products[i][j] += weight * terms[i] * terms[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            products[i][i] += PENALTY;
        }
        return basis.model(solve(products, answers));
    }

    /** Solves by Cholesky's decomposition; of the symmetric matrix the lower half is read and overwritten. */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] solution = right.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? StrictMath.sqrt(sum) : sum / matrix[j][j];
                solution[i] -= i == j ? 0 : matrix[i][j] * solution[j];
            }
            solution[i] /= matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                solution[i] -= matrix[k][i] * solution[k];
            }
            solution[i] /= matrix[i][i];
        }
        return solution;
    }
}
