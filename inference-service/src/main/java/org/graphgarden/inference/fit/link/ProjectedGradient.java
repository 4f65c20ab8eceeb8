package org.graphgarden.inference.fit.link;

/**
 * Minimises a smooth loss over a box by accelerated projected gradient steps (Beck and Teboulle, "A Fast Iterative Shrinkage-Thresholding
 * Algorithm", 2009) with backtracking, starting anew when a step would climb (O'Donoghue and Candès, 2015). Same loss, same result.
 */
final class ProjectedGradient {
    private static final int MOST_STEPS = 3_000;
    private static final double SMALL = 1e-10;
    private static final int PATIENCE = 20;

    private final double[] lowest;
    private double step = 1;

    /** @param lowest by parameter; negative infinity where anything goes */
    ProjectedGradient(double[] lowest) {
        this.lowest = lowest.clone();
    }

    double[] minimise(Loss loss, double[] start) {
        double[] best = start.clone();
        double value = loss.at(best, new double[best.length]);
        double[] ahead = best.clone();
        double momentum = 1;
        int still = 0;
        for (int i = 0; i < MOST_STEPS && still < PATIENCE; i++) {
            double[] next = stepFrom(ahead, loss);
            double reached = loss.at(next, new double[next.length]);
            if (reached > value) {
                // Too much momentum: go on from the best without any.
                ahead = best.clone();
                momentum = 1;
                still++;
                continue;
            }
            still = value - reached < SMALL * Math.max(1, Math.abs(value)) ? still + 1 : 0;
            double faster = (1 + StrictMath.sqrt(1 + 4 * momentum * momentum)) / 2;
            for (int p = 0; p < next.length; p++) {
                ahead[p] = next[p] + (momentum - 1) / faster * (next[p] - best[p]);
            }
            momentum = faster;
            best = next;
            value = reached;
        }
        return best;
    }

    /** Halves the step until the loss lies below its quadratic bound; tries a longer one the next time. */
    private double[] stepFrom(double[] at, Loss loss) {
        double[] gradient = new double[at.length];
        double value = loss.at(at, gradient);
        while (true) {
            double[] next = new double[at.length];
            double bound = value;
            for (int p = 0; p < at.length; p++) {
                next[p] = Math.max(lowest[p], at[p] - step * gradient[p]);
                double moved = next[p] - at[p];
                bound += gradient[p] * moved + moved * moved / (2 * step);
            }
            if (loss.at(next, new double[at.length]) <= bound + SMALL || step < SMALL) {
                step *= 1.2;
                return next;
            }
            step /= 2;
        }
    }
}
