package org.graphgarden.inference.fit.type;

/** Solves linear equations with a symmetric positive definite matrix. */
final class Cholesky {
    private Cholesky() {}

    /**
     * The x of {@code matrix · x = right}; the matrix is overwritten.
     *
     * @throws ArithmeticException when the matrix is not positive definite
     */
    static double[] solve(double[][] matrix, double[] right) {
        decompose(matrix);
        int size = right.length;
        double[] x = right.clone();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                x[row] -= matrix[row][column] * x[column];
            }
            x[row] /= matrix[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int below = row + 1; below < size; below++) {
                x[row] -= matrix[below][row] * x[below];
            }
            x[row] /= matrix[row][row];
        }
        return x;
    }

    /** Writes the lower triangle L of L·Lᵀ over the matrix. */
    private static void decompose(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row][column];
                for (int i = 0; i < column; i++) {
                    sum -= matrix[row][i] * matrix[column][i];
                }
                if (row == column && !(sum > 0)) {
                    throw new ArithmeticException("the matrix is not positive definite at row " + row + ": " + sum);
                }
                matrix[row][column] = row == column ? StrictMath.sqrt(sum) : sum / matrix[column][column];
            }
        }
    }
}
