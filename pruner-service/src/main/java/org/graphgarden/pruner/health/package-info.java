/** How a garden stands: what is measured of it, what is worth a steward's look, and how that is told. Pure: no Kafka, no Git, no clock. */
@NullMarked
package org.graphgarden.pruner.health;

import org.jspecify.annotations.NullMarked;
