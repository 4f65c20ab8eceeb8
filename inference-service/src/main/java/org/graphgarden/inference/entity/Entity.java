package org.graphgarden.inference.entity;

/**
 * An entity that a pattern is about.
 *
 * @param id canonical id: lower case, hyphens, singular, no accents
 * @param type kind, such as concept, practice, person, organization
 * @param label display label
 * @param relevance how much the pattern is about it, 0 to 1, two decimals
 */
public record Entity(String id, String type, String label, double relevance) {
    public Entity {
        if (id.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException("entity id and label must not be blank: id=" + id + ", label=" + label);
        }
        if (!(relevance >= 0 && relevance <= 1)) {
            throw new IllegalArgumentException("relevance must be between 0 and 1: " + relevance + " of " + id);
        }
    }
}
