/** The HTTP edge of a service: a listener, its limits and who may ask what. The only package that knows the server's library. */
@NullMarked
package org.graphgarden.runtime.edge;

import org.jspecify.annotations.NullMarked;
