/** Tests. */
@NullMarked
package org.graphgarden.pruner.cycle;

import org.jspecify.annotations.NullMarked;
