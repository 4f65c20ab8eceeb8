/** Tests of the package. */
@NullMarked
package org.graphgarden.standalone.status;

import org.jspecify.annotations.NullMarked;
