/** Follows a topic and shows its records, for people and for scripts. */
@NullMarked
package org.graphgarden.standalone.watch;

import org.jspecify.annotations.NullMarked;
