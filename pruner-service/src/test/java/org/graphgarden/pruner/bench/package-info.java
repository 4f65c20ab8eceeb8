/** Programs that measure. */
@NullMarked
package org.graphgarden.pruner.bench;

import org.jspecify.annotations.NullMarked;
