/** {@code garden explain}: why a link, or why not, for people and machines. */
@NullMarked
package org.graphgarden.standalone.explain;

import org.jspecify.annotations.NullMarked;
