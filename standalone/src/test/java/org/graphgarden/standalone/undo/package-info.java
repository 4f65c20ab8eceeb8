/** Tests of undoing cycles. */
@NullMarked
package org.graphgarden.standalone.undo;

import org.jspecify.annotations.NullMarked;
