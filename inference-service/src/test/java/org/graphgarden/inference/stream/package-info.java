/** Tests of the topology. */
@NullMarked
package org.graphgarden.inference.stream;

import org.jspecify.annotations.NullMarked;
