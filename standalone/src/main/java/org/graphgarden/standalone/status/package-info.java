/** What operators ask first of gardens that are kept tended; read from topics, groups and the HTTP edge. */
@NullMarked
package org.graphgarden.standalone.status;

import org.jspecify.annotations.NullMarked;
