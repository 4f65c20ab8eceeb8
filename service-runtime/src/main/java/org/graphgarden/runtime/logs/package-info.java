/** What a service's log looks like. */
@NullMarked
package org.graphgarden.runtime.logs;

import org.jspecify.annotations.NullMarked;
