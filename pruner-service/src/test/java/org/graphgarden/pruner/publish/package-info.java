/** Tests. */
@NullMarked
package org.graphgarden.pruner.publish;

import org.jspecify.annotations.NullMarked;
