/** Tests of the figures. */
@NullMarked
package org.graphgarden.inference.evaluation;

import org.jspecify.annotations.NullMarked;
