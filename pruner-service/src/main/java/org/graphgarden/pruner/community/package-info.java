/** Communities of a garden: which patterns belong together, what they are called, and how their names stay. Pure. */
@NullMarked
package org.graphgarden.pruner.community;

import org.jspecify.annotations.NullMarked;
