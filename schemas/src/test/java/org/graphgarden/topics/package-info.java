/** Tests. */
@NullMarked
package org.graphgarden.topics;

import org.jspecify.annotations.NullMarked;
