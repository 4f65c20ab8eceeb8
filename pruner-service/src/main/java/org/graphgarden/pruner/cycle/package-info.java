/** Runs prune cycles: from an affirmation to commits and events, and on a schedule. */
@NullMarked
package org.graphgarden.pruner.cycle;

import org.jspecify.annotations.NullMarked;
