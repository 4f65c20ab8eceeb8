/** The edge over real connections. */
@NullMarked
package org.graphgarden.runtime.edge;

import org.jspecify.annotations.NullMarked;
