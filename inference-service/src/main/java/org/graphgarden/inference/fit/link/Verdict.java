package org.graphgarden.inference.fit.link;

/**
 * What a reader said of a pair.
 *
 * @param features of the pair
 * @param kept whether the reader would keep the link
 * @param weight how much it counts; those of one garden add up to 1
 * @param stands how many pairs of the garden it stands for
 */
record Verdict(double[] features, boolean kept, double weight, double stands) {}
