package org.graphgarden.inference.link.type;

/**
 * A pair of which people have said how its ends stand to each other.
 *
 * @param garden name of the garden, for figures by garden
 * @param source slug
 * @param target slug
 * @param type as seen from the source
 * @param weight how much it counts in a fit, greater than 0; 1 for a judged pair
 * @param features by {@link TypeFeature#ordinal()}
 */
public record TypedPair(String garden, String source, String target, LinkType type, double weight, double[] features) {
    public TypedPair {
        if (!(weight > 0) || weight == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("weight must be a number greater than 0: " + weight);
        }
    }
}
