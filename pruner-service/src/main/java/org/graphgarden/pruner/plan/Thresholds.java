package org.graphgarden.pruner.plan;

/**
 * How sure a pair has to be. The room between the two keeps links from coming and going.
 *
 * @param plant confidence from which a candidate is planted, greater than 0 and at most 1
 * @param drop confidence below which a link is no longer affirmed, 0 to the plant threshold
 */
public record Thresholds(double plant, double drop) {
    /** They are probabilities: of links from .82 on, a curator would keep nineteen in twenty. */
    public static final Thresholds DEFAULT = new Thresholds(0.82, 0.65);

    public Thresholds {
        Require.share(plant, "plantThreshold");
        if (!(drop >= 0 && drop <= plant)) {
            throw new IllegalArgumentException(
                    "dropThreshold must be between 0 and plantThreshold (" + plant + "): " + drop);
        }
    }
}
