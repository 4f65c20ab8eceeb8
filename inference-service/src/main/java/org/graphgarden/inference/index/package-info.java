/** The corpus in memory: weighted words and word pairs, embeddings, exact search. Pure. */
@NullMarked
package org.graphgarden.inference.index;

import org.jspecify.annotations.NullMarked;
