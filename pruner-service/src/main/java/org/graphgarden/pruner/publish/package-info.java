/** Reads sections from Git and writes revised ones back, one commit a cycle and repository. */
@NullMarked
package org.graphgarden.pruner.publish;

import org.jspecify.annotations.NullMarked;
