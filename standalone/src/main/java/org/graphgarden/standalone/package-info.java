/** All services in one process. */
@NullMarked
package org.graphgarden.standalone;

import org.jspecify.annotations.NullMarked;
