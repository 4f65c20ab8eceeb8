/** How good links, confidences and entities are, measured against answers that inference did not see. Pure. */
@NullMarked
package org.graphgarden.inference.evaluation;

import org.jspecify.annotations.NullMarked;
