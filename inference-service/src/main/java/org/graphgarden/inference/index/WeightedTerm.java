package org.graphgarden.inference.index;

/**
 * A word or word pair and how much it counts.
 *
 * @param text one word, or two with a space between
 * @param weight in the unit vector of one text, or what it adds to the cosine of two; greater than 0
 */
public record WeightedTerm(String text, double weight) {}
