/** The prune cycles of the past, as topics and histories tell them. */
@NullMarked
package org.graphgarden.standalone.cycles;

import org.jspecify.annotations.NullMarked;
