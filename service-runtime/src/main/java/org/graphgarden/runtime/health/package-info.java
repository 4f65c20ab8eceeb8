/** Whether a service is alive and ready. Knows no HTTP. */
@NullMarked
package org.graphgarden.runtime.health;

import org.jspecify.annotations.NullMarked;
