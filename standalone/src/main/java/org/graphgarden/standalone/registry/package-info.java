/** A real schema registry as a child process: fetching, starting, watching and ending it. */
@NullMarked
package org.graphgarden.standalone.registry;

import org.jspecify.annotations.NullMarked;
