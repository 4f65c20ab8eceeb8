/** The {@code garden} command and its sub-commands: the only package that speaks to the console. */
@NullMarked
package org.graphgarden.standalone.cli;

import org.jspecify.annotations.NullMarked;
