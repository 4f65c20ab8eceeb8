/** Tests of what is measured of a garden. */
@NullMarked
package org.graphgarden.pruner.health;

import org.jspecify.annotations.NullMarked;
