/** Tests. */
@NullMarked
package org.graphgarden.pruner.forge;

import org.jspecify.annotations.NullMarked;
