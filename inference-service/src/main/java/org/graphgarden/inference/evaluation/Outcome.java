package org.graphgarden.inference.evaluation;

/**
 * How one confidence turned out.
 *
 * @param confidence 0 to 1
 * @param kept whether the link was right
 * @param weight how many pairs it stands for, more than 0
 */
record Outcome(double confidence, boolean kept, double weight) {}
