/** What log lines look like. */
@NullMarked
package org.graphgarden.runtime.logs;

import org.jspecify.annotations.NullMarked;
