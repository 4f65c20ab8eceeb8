/** The {@code garden} command and its sub-commands. */
@NullMarked
package org.graphgarden.standalone.cli;

import org.jspecify.annotations.NullMarked;
