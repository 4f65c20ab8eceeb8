/** Tests of the package. */
@NullMarked
package org.graphgarden.standalone.up;

import org.jspecify.annotations.NullMarked;
