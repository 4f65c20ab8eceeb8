/** When a service counts as alive. */
@NullMarked
package org.graphgarden.runtime.health;

import org.jspecify.annotations.NullMarked;
