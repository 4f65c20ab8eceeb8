/** Tests of what follows topics. */
@NullMarked
package org.graphgarden.standalone.watch;

import org.jspecify.annotations.NullMarked;
