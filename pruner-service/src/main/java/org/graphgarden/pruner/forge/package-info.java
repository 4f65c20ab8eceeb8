/** Pull requests (merge requests) on forges: one open one for each garden and repository. */
@NullMarked
package org.graphgarden.pruner.forge;

import org.jspecify.annotations.NullMarked;
