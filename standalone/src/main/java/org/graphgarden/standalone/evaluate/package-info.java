/** {@code garden evaluate}: a library with answers hidden, inferred, compared and reported. */
@NullMarked
package org.graphgarden.standalone.evaluate;

import org.jspecify.annotations.NullMarked;
