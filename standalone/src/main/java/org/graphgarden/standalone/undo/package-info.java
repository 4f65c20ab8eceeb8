/** Takes a prune cycle back, as one commit. */
@NullMarked
package org.graphgarden.standalone.undo;

import org.jspecify.annotations.NullMarked;
