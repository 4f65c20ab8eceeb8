/** Tests of whole gardens. */
@NullMarked
package org.graphgarden.inference.garden;

import org.jspecify.annotations.NullMarked;
