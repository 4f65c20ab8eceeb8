package org.graphgarden.inference.entity;

/**
 * A piecewise linear function: {@code slope · x}, and from each knot on the slope is another {@code bend} steeper.
 *
 * @param slope slope before the first knot
 * @param knots where it bends, ascending; may be empty
 * @param bends by how much, one for each knot
 */
public record Curve(double slope, double[] knots, double[] bends) {
    public Curve {
        if (knots.length != bends.length) {
            throw new IllegalArgumentException(
                    "a curve needs a bend for each knot: " + knots.length + " knots, " + bends.length + " bends");
        }
    }

    double at(double value) {
        double sum = slope * value;
        for (int i = 0; i < knots.length && value > knots[i]; i++) {
            sum += bends[i] * (value - knots[i]);
        }
        return sum;
    }
}
