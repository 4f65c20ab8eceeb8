/** The files that containers are run from, held against what the program declares. */
@NullMarked
package org.graphgarden.standalone.containers;

import org.jspecify.annotations.NullMarked;
