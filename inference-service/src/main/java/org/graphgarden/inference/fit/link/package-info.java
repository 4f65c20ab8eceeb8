/** Fits the weights of links, and what their confidence means, on what people linked and judged. Pure and deterministic. */
@NullMarked
package org.graphgarden.inference.fit.link;

import org.jspecify.annotations.NullMarked;
