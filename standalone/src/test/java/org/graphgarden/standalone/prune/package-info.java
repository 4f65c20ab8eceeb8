/** The pruner against a real broker and real repositories. */
@NullMarked
package org.graphgarden.standalone.prune;

import org.jspecify.annotations.NullMarked;
