package org.graphgarden.inference.evaluation;

/**
 * An entity of a pattern, hidden or inferred.
 *
 * @param label display label
 * @param type kind, such as concept or person; empty when nobody said
 * @param relevance 0 to 1; 0 when nobody said
 */
public record TaggedEntity(String label, String type, double relevance) {}
