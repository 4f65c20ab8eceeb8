package org.graphgarden.pruner.health;

/**
 * What chance alone would do. The probability of a group is an upper bound that holds for gardens of any size, so that a small
 * garden is never accused; that of the targets is an approximation, which is good from some ten patterns on.
 */
final class Chance {
    private Chance() {}

    /**
     * How likely so many links or more fall upon a group of patterns, if the patterns of the garden kept their numbers of links and
     * were dealt to the groups at random (a permutation test). So one pattern that everybody links to does not by itself make its
     * letter conspicuous. Bernstein's inequality, which holds for draws without replacement by Hoeffding, Probability
     * inequalities for sums of bounded random variables (1963), section 6.
     *
     * @param in links that point at each pattern of the garden
     * @param patterns how many patterns the group has
     * @param links how many links point at them
     */
    static double ofGroup(int[] in, int patterns, long links) {
        double mean = mean(in);
        double excess = links - patterns * mean;
        if (excess <= 0) {
            return 1;
        }
        double variance = 0;
        double farthest = 0;
        for (int each : in) {
            variance += (each - mean) * (each - mean) / in.length;
            farthest = Math.max(farthest, each - mean);
        }
        return StrictMath.exp(-excess * excess / (2 * patterns * variance + 2 * farthest * excess / 3));
    }

    /**
     * How likely the links lie as unevenly or more, if each picked its target at random: the index of dispersion (Fisher, Statistical
     * Methods for Research Workers, 1925, section 16), whose chi-square is made normal as Wilson and Hilferty (1931) do.
     */
    static double ofTargets(int[] in) {
        double mean = mean(in);
        int freedom = in.length - 1;
        if (mean == 0 || freedom < 1) {
            return 1;
        }
        double square = 0;
        for (int each : in) {
            square += (each - mean) * (each - mean) / mean;
        }
        double spread = 2.0 / (9 * freedom);
        double deviation = (StrictMath.cbrt(square / freedom) - (1 - spread)) / StrictMath.sqrt(spread);
        return deviation <= 0 ? 1 : StrictMath.exp(-deviation * deviation / 2) / 2;
    }

    /** The Gini coefficient to be expected if each link picked its target at random: that of a Poisson distribution. */
    static double gini(double mean) {
        if (mean <= 0) {
            return 0;
        }
        double below = 0;
        double sum = 0;
        double logarithm = -mean;
        for (int k = 0; k < mean + 40 * StrictMath.sqrt(mean) + 40; k++) {
            below += StrictMath.exp(logarithm);
            sum += below * Math.max(0, 1 - below);
            logarithm += StrictMath.log(mean / (k + 1));
        }
        return sum / mean;
    }

    /** How far two shares are apart (Cohen, Statistical Power Analysis, 1988, chapter 6): .2 is small, .5 medium, .8 large. */
    static double distance(double share, double expected) {
        return 2 * (StrictMath.asin(StrictMath.sqrt(share)) - StrictMath.asin(StrictMath.sqrt(expected)));
    }

    private static double mean(int[] in) {
        long sum = 0;
        for (int each : in) {
            sum += each;
        }
        return in.length == 0 ? 0 : (double) sum / in.length;
    }
}
