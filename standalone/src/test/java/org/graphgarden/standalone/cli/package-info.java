/** The command line, as users meet it. */
@NullMarked
package org.graphgarden.standalone.cli;

import org.jspecify.annotations.NullMarked;
