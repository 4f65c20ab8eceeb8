/** Tests of the registry as a child process, against the real thing. */
@NullMarked
package org.graphgarden.standalone.registry;

import org.jspecify.annotations.NullMarked;
