/** Tests. */
@NullMarked
package org.graphgarden.registry;

import org.jspecify.annotations.NullMarked;
