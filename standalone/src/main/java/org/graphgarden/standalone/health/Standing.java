package org.graphgarden.standalone.health;

import org.graphgarden.pruner.health.GardenHealth;

/**
 * How a garden stands.
 *
 * @param garden its name
 * @param health what was found
 */
public record Standing(String garden, GardenHealth health) {}
