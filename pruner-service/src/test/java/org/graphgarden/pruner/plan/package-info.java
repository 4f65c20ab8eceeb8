/** Tests of the plan. */
@NullMarked
package org.graphgarden.pruner.plan;

import org.jspecify.annotations.NullMarked;
