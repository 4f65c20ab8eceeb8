/** Turns what moved in repositories into change events, exactly once. */
@NullMarked
package org.graphgarden.ingest;

import org.jspecify.annotations.NullMarked;
