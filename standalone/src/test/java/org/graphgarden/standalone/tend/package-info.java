/** Whole runs. */
@NullMarked
package org.graphgarden.standalone.tend;

import org.jspecify.annotations.NullMarked;
