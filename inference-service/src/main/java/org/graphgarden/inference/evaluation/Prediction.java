package org.graphgarden.inference.evaluation;

/**
 * A link that was proposed.
 *
 * @param source slug of the pattern for which it was proposed
 * @param target slug of the pattern that it points at
 * @param type link type
 * @param confidence what it is ranked by; 0 to 1 where it is taken as a probability
 */
public record Prediction(String source, String target, String type, double confidence) {}
