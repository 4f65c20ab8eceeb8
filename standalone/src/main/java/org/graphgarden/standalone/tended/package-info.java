/** The garden or repository that a command is told of. */
@NullMarked
package org.graphgarden.standalone.tended;

import org.jspecify.annotations.NullMarked;
